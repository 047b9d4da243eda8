using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>What is wrong with a definition as a whole.</summary>
internal static class WholeDefinition
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at)
    {
        if (at.Definition.DefinitionId.Length == 0)
            yield return at.Refuse(null, "definitionId", "definition-id-missing", "缺少流程定义编号；请填写 definitionId。", "The definition has no definition id; give it one.");
        if (at.Definition.AsksForTokens)
        {
            yield return at.Refuse(
                null, "customProperties", "token-mode",
                "不支持令牌模式的流程图；请使用计数模式。", "Token-based flowcharts are not supported; use the counter-based mode.");
        }

        if (at.Definition.Nodes.ContainsKey(Activities.InnerWorkflow.NodeId))
        {
            yield return at.Refuse(
                null, Activities.InnerWorkflow.NodeId, "reserved-id",
                $"活动编号“{Activities.InnerWorkflow.NodeId}”已留作流程本身之用；请改用其他编号。",
                $"The activity id '{Activities.InnerWorkflow.NodeId}' stands for the workflow itself; give the activity another.");
        }

        foreach (var id in at.Definition.DuplicateIds)
            yield return at.Refuse(null, id, "duplicate-id", $"活动编号“{id}”重复；请改用不同的编号。", $"The activity id '{id}' is used twice; give each activity its own.");
    }
}
