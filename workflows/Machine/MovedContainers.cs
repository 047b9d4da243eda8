using Supervision.Language;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows;

/// <summary>What a migration makes of the books that containers keep: places in a list, arrows that have arrived at a join.</summary>
internal static class MovedContainers
{
    private const string SequenceType = "Elsa.Sequence";

    public static IEnumerable<Term> Reasons(Place before, Place after, InstanceState state, RunState run) => before.Node.Type switch
    {
        Flowchart.TypeName => OfFlowchart(before, after, state, run),
        // Its place is that of the activity inside; without one only an unchanged beginning tells where it stands.
        SequenceType => Inside(state, run).Any() || Ids(before.Node).Take(run.Index + 1).SequenceEqual(Ids(after.Node).Take(run.Index + 1))
            ? [] : [Rearranged(run.Activity)],
        _ => Ids(before.Node).SequenceEqual(Ids(after.Node)) ? [] : [Rearranged(run.Activity)],
    };

    public static RunState Move(Place after, InstanceState state, RunState run)
    {
        var node = after.Node;
        return node.Type switch
        {
            SequenceType when Inside(state, run).FirstOrDefault() is { } child => run with { Index = Ids(node).ToList().IndexOf(child) },
            // A join that has run in this round and is gone need not be remembered.
            Flowchart.TypeName => run with
            {
                Marks = run.Marks.Except(run.Marks.Where(mark => mark[0] == Flowchart.Passed && !after.Definition.Nodes.ContainsKey(mark[1..]))),
            },
            _ => run,
        };
    }

    private static IEnumerable<Term> OfFlowchart(Place from, Place to, InstanceState state, RunState run)
    {
        var flowchart = to.Node;
        var start = run.Kept.TryGetValue("start", out var trigger) ? trigger.GetString() : null;
        if (start is not null && flowchart.Children.All(child => child.Id != start))
            return [new($"启动流程的活动“{start}”在新版本中不存在", $"it was started by the activity \"{start}\", which the new version does not have")];

        var arrived = run.Marks.Where(mark => mark[0] != Flowchart.Passed).ToHashSet(StringComparer.Ordinal);
        var gone = arrived.Except(flowchart.Connections.Select(connection => connection.Key)).Order(StringComparer.Ordinal).ToArray();
        if (gone.Length > 0)
            return gone.Select(arrow => new Term($"已到达汇合处的连线 {arrow} 在新版本中不存在", $"the connection {arrow} has arrived at a join and the new version has none such"));

        if (arrived.Count == 0) return [];
        var (before, after) = (from.Definition.Graph(from.Node, start), to.Definition.Graph(flowchart, start));
        var joins = flowchart.Connections.Where(connection => arrived.Contains(connection.Key)).Select(connection => connection.Target).Distinct();
        return joins
            .Where(join => MayStillRun(before, join, arrived, Inside(state, run)) && !MayStillRun(after, join, arrived, Inside(state, run)))
            .Select(join => new Term($"汇合处“{join}”在新版本中等不到其余连线", $"the join \"{join}\" has begun to fill, and in the new version nothing is left that could fill it"));
    }

    // Something that is under way must still lead to the join: nobody looks at it again otherwise.
    private static bool MayStillRun(FlowGraph graph, string join, HashSet<string> arrived, IEnumerable<string> active)
    {
        var missing = graph.ForwardInto(join).Where(connection => !arrived.Contains(connection.Key)).ToArray();
        var reach = graph.ReachByAny(active, without: join);
        return AsksForAll(graph.Nodes[join])
            ? missing.Length > 0 && missing.All(connection => reach.Contains(connection.Source))
            : missing.Any(connection => reach.Contains(connection.Source));
    }

    private static bool AsksForAll(ActivityNode join) =>
        join.Type == FlowJoin.TypeName && join.Inputs.TryGetValue("mode", out var mode)
        && !(mode.Kind == "Literal" && Expressions.ValueTypes.ToText(mode.Value) is JoinRule.WaitAllActive or JoinRule.WaitAny);

    private static IEnumerable<string> Inside(InstanceState state, RunState run) =>
        state.Runs.Where(candidate => candidate.Parent == run.Id).Select(candidate => candidate.Activity);

    private static IEnumerable<string> Ids(ActivityNode container) => container.Children.Select(child => child.Id);

    private static Term Rearranged(string container) => new(
        $"正在进行的“{container}”在新版本中内部活动不同", $"the activities inside \"{container}\", which is under way, are others in the new version");
}
