using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Waits for something that may never come, with nothing beside them that ends the wait in time.</summary>
/// <remarks>A wait for the office is none of these: somebody is named, reminded and asked after. Its ways out are the concern of <see cref="DeadEnds"/>.</remarks>
internal static class EndlessWaits
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at)
    {
        var flowcharts = at.Flowcharts.ToDictionary(flowchart => flowchart.Node.Id, StringComparer.Ordinal);
        return at.Nodes
            .Where(node => !node.CanStartWorkflow && Waiting.For(node) == WaitsFor.Outside && !HasDeadline(at, flowcharts, node))
            .Select(node => at.Judge(
                node, "", "endless-wait",
                $"“{node.DisplayText}”没有期限：等待的事情不来，流程就一直停在这里；请用延时与它竞争（任一汇合），或换成有时限的等待。",
                $"'{node.DisplayText}' has no deadline: when what it waits for never comes, the process stands here for ever; let a Delay race with it (a Join in WaitAny), or use a wait with a limit."));
    }

    // Some container around it, or it itself, stands in a race that time can win.
    private static bool HasDeadline(CheckedDefinition at, Dictionary<string, CheckedFlowchart> flowcharts, ActivityNode node)
    {
        var inside = node;
        foreach (var container in at.Around(node))
        {
            if (flowcharts.TryGetValue(container.Id, out var flowchart) && IsRaced(flowchart, inside)) return true;
            if (IsRacingFork(container) && container.Children.Any(branch => branch != inside && IsTimed(branch))) return true;
            inside = container;
        }

        return false;
    }

    private static bool IsRaced(CheckedFlowchart flowchart, ActivityNode node)
    {
        var beside = flowchart.Beside(node.Id);
        string[] timed = [.. flowchart.Reached.Where(other => other.Id != node.Id && beside.Contains(other.Id) && IsTimed(other)).Select(other => other.Id)];
        if (timed.Length == 0) return false;

        var (byTime, onward) = (flowchart.Graph.Reach(timed), flowchart.Graph.Reach(node.Id));
        return flowchart.Reached.Where(other => byTime.Contains(other.Id)).Any(other =>
            ActivityCatalogue.Find(other.Type) is { Descriptor.IsTerminal: true }
            || (flowchart.JoinMode(other) == JoinRule.WaitAny && onward.Contains(other.Id)));
    }

    private static bool IsTimed(ActivityNode node) => Waiting.Has(node, inside => Waiting.For(inside) == WaitsFor.Time);

    private static bool IsRacingFork(ActivityNode node) =>
        node.Type == ElsaTypes.Fork && Literals.Text(node, "joinMode") == JoinRule.WaitAny;
}
