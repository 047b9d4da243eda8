using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Joins that wait for all of several branches, of which a decision before them leaves some out.</summary>
internal static class Joins
{
    private enum Verdict
    {
        Runs,
        Skipped,
        Never,
    }

    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from flowchart in at.Flowcharts
        from judged in Verdicts(flowchart)
        where judged.Value != Verdict.Runs
        select judged.Value == Verdict.Never ? Never(at, judged.Key) : Skipped(at, judged.Key);

    private static Dictionary<ActivityNode, Verdict> Verdicts(CheckedFlowchart flowchart)
    {
        var verdicts = flowchart.Reached.Where(node => flowchart.JoinMode(node) == JoinRule.WaitAll)
            .ToDictionary(join => join, join => HasDeadArrow(flowchart, join) ? Verdict.Never : Verdict.Runs);
        if (verdicts.Count == 0) return verdicts;
        foreach (var choice in flowchart.Reached.Where(Outcomes.IsChoice))
        {
            var ways = Ways(flowchart, choice);
            if (ways.Count < 2) continue;
            foreach (var (join, verdict) in verdicts.ToArray())
            {
                var into = flowchart.Graph.ForwardInto(join.Id).ToArray();
                var arrived = ways.Select(way => into.Count(way.Contains)).ToArray();
                var worse = arrived.All(count => count < into.Length) ? Verdict.Never
                    : arrived.Any(count => count > 0 && count < into.Length) ? Verdict.Skipped : Verdict.Runs;
                if (worse > verdict) verdicts[join] = worse;
            }
        }

        return verdicts;
    }

    private static bool HasDeadArrow(CheckedFlowchart flowchart, ActivityNode join) => flowchart.Graph.ForwardInto(join.Id).Any(arrow =>
        Outcomes.Possible(flowchart.Graph.Nodes[arrow.Source]) is { } outcomes && !outcomes.Contains(arrow.Port));

    /// <summary>For each outcome of a choice the arrows that may be followed then; outcomes that lead nowhere count as one.</summary>
    private static List<HashSet<Connection>> Ways(CheckedFlowchart flowchart, ActivityNode choice)
    {
        var led = flowchart.Graph.ForwardFrom(choice.Id).Select(arrow => arrow.Port).ToHashSet(StringComparer.Ordinal);
        var outcomes = Outcomes.Possible(choice) ?? [];
        return led.Count == 0 ? [] : [.. outcomes.Select(outcome => led.Contains(outcome) ? outcome : null).Distinct().Select(Walk)];

        HashSet<Connection> Walk(string? outcome)
        {
            var followed = new HashSet<Connection>();
            var seen = new HashSet<string>(StringComparer.Ordinal) { flowchart.Graph.Start.Id };
            var open = new Stack<string>(seen);
            while (open.TryPop(out var activity))
            {
                foreach (var arrow in flowchart.Graph.ForwardFrom(activity))
                {
                    if (activity == choice.Id && arrow.Port != outcome) continue;
                    followed.Add(arrow);
                    if (seen.Add(arrow.Target)) open.Push(arrow.Target);
                }
            }

            return followed;
        }
    }

    private static DefinitionFinding Never(CheckedDefinition at, ActivityNode join) => at.Judge(
        join, "mode", "join-never",
        $"“{join.DisplayText}”等待的分支不可能都到达，它永远不会执行；请改用 WaitAny 或 WaitAllActive。",
        $"The branches that '{join.DisplayText}' waits for can never all arrive, so it never runs; use WaitAny or WaitAllActive.");

    private static DefinitionFinding Skipped(CheckedDefinition at, ActivityNode join) => at.Judge(
        join, "mode", "join-skipped",
        $"前面的判断可能使“{join.DisplayText}”等不齐分支，此时它和后面的活动都不执行；请改用 WaitAllActive。",
        $"A decision before '{join.DisplayText}' may leave out a branch that it waits for; then neither it nor what follows runs; use WaitAllActive.");
}
