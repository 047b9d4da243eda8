using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Workflows that use themselves, or one another too deep.</summary>
internal static class Uses
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at)
    {
        foreach (var node in at.Nodes.Where(node => IsItself(at.Definition, node)))
        {
            yield return at.Refuse(
                node, "", "uses-itself",
                $"流程“{at.Definition.DefinitionId}”不能把自己当作活动使用（直接或通过其他流程）；请改用循环或启动新流程。",
                $"The workflow '{at.Definition.DefinitionId}' may not use itself as an activity, directly or through others; use a loop, or start a new process.");
        }

        if (DefinitionLinks.Depth(at.Definition) is var depth and > DefinitionLinks.DepthMax)
        {
            yield return at.Refuse(
                null, "root", "used-too-deep",
                $"流程相互使用的层数为 {depth}，最多 {DefinitionLinks.DepthMax} 层；请减少层数。",
                $"Workflows use one another {depth} deep; at most {DefinitionLinks.DepthMax} are allowed; make it flatter.");
        }
    }

    private static bool IsItself(WorkflowDefinition definition, ActivityNode node)
    {
        if (node.Workflow is { } used) return used.UsedIds.Contains(definition.DefinitionId);
        var use = ActivityUse.Of(node.Json);
        return Activities.ActivityCatalogue.Find(node) is null && definition.DefinitionId.Length > 0
            && (use.DefinitionId == definition.DefinitionId || use.Type == definition.DefinitionId || use.Type == DefinitionLinks.TypeOf(definition));
    }
}
