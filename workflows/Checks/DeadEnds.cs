using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Ways that stop in the open: an outcome that leads nowhere, or a way that ends short of the ends that are drawn.</summary>
internal static class DeadEnds
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) => at.Flowcharts.SelectMany(flowchart => Find(at, flowchart));

    private static IEnumerable<DefinitionFinding> Find(CheckedDefinition at, CheckedFlowchart flowchart)
    {
        var hasEnds = flowchart.Reached.Any(IsEnd);
        foreach (var node in flowchart.Reached.Where(node => !IsEnd(node)))
        {
            var followed = flowchart.Graph.From(node.Id).Select(arrow => arrow.Port).ToHashSet(StringComparer.Ordinal);
            foreach (var outcome in Outcomes.Decided(node).Where(outcome => !followed.Contains(outcome)))
            {
                yield return at.Judge(
                    node, outcome, "dead-end",
                    $"“{node.DisplayText}”的结果“{outcome}”没有下一步；请连接。", $"Nothing follows '{outcome}' of '{node.DisplayText}'; connect it.");
            }

            // What runs beside another branch may end by itself: the other goes on.
            if (followed.Count == 0 && hasEnds && Outcomes.Decided(node).Count == 0 && flowchart.Beside(node.Id).Count == 0)
            {
                yield return at.Judge(
                    node, "", "dead-end",
                    $"“{node.DisplayText}”之后没有下一步，而流程图另有终点；请连接到终点。",
                    $"Nothing follows '{node.DisplayText}', while the flowchart has an end elsewhere; connect it to an end.");
            }
        }
    }

    private static bool IsEnd(ActivityNode node) => node.Type == ElsaTypes.Fault || ActivityCatalogue.Find(node.Type) is { Descriptor.IsTerminal: true };
}
