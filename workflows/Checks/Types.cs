using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Activities that this machine does not run.</summary>
internal static class Types
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) => at.Nodes.SelectMany(node => Find(at, node));

    private static IEnumerable<DefinitionFinding> Find(CheckedDefinition at, ActivityNode node)
    {
        if (node.Type.Contains("Http", StringComparison.Ordinal))
        {
            yield return at.Refuse(
                node, "", "http-activity",
                $"不允许在流程中使用 HTTP 活动（{node.Type}）；请删除。", $"HTTP activities are not allowed in a process ({node.Type}); take it out.");
        }
        else if (ActivityCatalogue.Find(node) is null)
        {
            yield return Unknown(at, node);
        }

        if (node.Json.Get("customProperties").Text("mergeMode").Length > 0)
        {
            yield return at.Refuse(
                node, "mergeMode", "token-mode",
                "合并方式属于令牌模式，不受支持；请使用汇合活动。", "A merge mode belongs to token-based flowcharts; use a Join activity.");
        }
    }

    private static DefinitionFinding Unknown(CheckedDefinition at, ActivityNode node) => ActivityUse.Of(node.Json) is { DefinitionId.Length: > 0 } use
        ? at.Refuse(
            node, "workflowDefinitionId", "workflow-not-published",
            $"流程“{use.DefinitionId}”未发布，或不可作为活动使用；请先发布它并允许作为活动。",
            $"The workflow '{use.DefinitionId}' is not published as an activity; publish it with usableAsActivity first.")
        : at.Refuse(
            node, "", "unknown-type",
            $"未知的活动类型“{node.Type}”；请换成本系统支持的活动，或先发布该流程。",
            $"Unknown activity type '{node.Type}'; use one that is known here, or publish the workflow of that name first.");
}
