using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Follows arrows from activity to activity. An activity with several arrows into it is a join.</summary>
/// <remarks>
/// The marks of its run are the arrows that have arrived at a join and wait there, and, with <see cref="Passed"/> before the id,
/// the WaitAny joins that have run in this round of their loop. Both are cleared when a backward arrow begins a new round.
/// </remarks>
internal sealed class Flowchart() : Activity(new(
    TypeName, "流程图", "Flowchart", "按连线执行其中的活动。", "Runs the activities inside along the arrows.", "Flow")
{
    IsContainer = true,
})
{
    public const string TypeName = "Elsa.Flowchart";
    public const char Passed = '!';

    public override void Execute(ActivityRun run)
    {
        if (FindStart(run) is { } start) run.Schedule(start);
        else run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (child.Activity!.Descriptor.IsTerminal)
        {
            run.Complete();
            return;
        }

        var graph = Graph(run);
        ImmutableArray<string> ports = outcomes.IsEmpty ? ["Done"] : outcomes;
        var leaving = graph.From(child.Node.Id).ToArray();
        for (var i = 0; i < leaving.Length; i++)
        {
            // Arrows not looked at yet count as ways that something may still come by.
            var open = leaving[(i + 1)..].Where(connection => !graph.IsBackward(connection) || ports.Contains(connection.Port));
            Follow(run, graph, leaving[i], ports, [.. open.Select(connection => connection.Target)]);
        }

        CompleteWhenNothingIsLeft(run);
    }

    /// <summary>Cancels what runs on the way to a join that has been decided without it.</summary>
    public static void CancelAncestors(ActivityRun run, string join)
    {
        var graph = Graph(run);
        var ancestors = graph.Ancestors(join);
        foreach (var loser in run.Inside.Where(child => ancestors.Contains(child.Node.Id)).ToArray())
        {
            run.Burst.Cancel(loser);
            // What the loser would have led to elsewhere need not be waited for any more.
            foreach (var connection in graph.ForwardFrom(loser.Node.Id)) Recheck(run, graph, connection.Target, []);
        }
    }

    private static void Follow(
        ActivityRun run, FlowGraph graph, Connection connection, ImmutableArray<string> outcomes, ImmutableArray<string> open)
    {
        var isFollowed = outcomes.Contains(connection.Port);
        if (!graph.Reachable.Contains(connection.Source)) return;
        if (!isFollowed)
        {
            if (!graph.IsBackward(connection)) Recheck(run, graph, connection.Target, open);
        }
        else if (graph.IsBackward(connection))
        {
            if (graph.IsIllegal(connection))
            {
                throw new ActivityFault(
                    $"Invalid backward connection from '{connection.Source}' to '{connection.Target}': the loop can be entered elsewhere.",
                    connection.Source);
            }

            BeginRound(run, graph, connection.Target);
            run.Schedule(graph.Nodes[connection.Target]);
        }
        else
        {
            run.Marks = run.Marks.Add(connection.Key);
            Consider(run, graph, connection.Target, open);
        }
    }

    // A way that is not taken may be the last that a join further on has waited for.
    private static void Recheck(ActivityRun run, FlowGraph graph, string from, ImmutableArray<string> open)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Visit(from);

        void Visit(string activity)
        {
            if (!seen.Add(activity) || Consider(run, graph, activity, open)) return;
            foreach (var next in graph.ForwardFrom(activity)) Visit(next.Target);
        }
    }

    private static bool Consider(ActivityRun run, FlowGraph graph, string target, ImmutableArray<string> open)
    {
        var into = graph.ForwardInto(target).ToArray();
        var arrived = into.Where(connection => run.Marks.Contains(connection.Key)).ToHashSet();
        if (arrived.Count == 0) return false;
        var mode = into.Length == 1 ? JoinRule.WaitAll : Mode(run, graph.Nodes[target]);
        if (mode == JoinRule.WaitAny && run.Marks.Contains(Passed + target))
        {
            run.Marks = run.Marks.Except(into.Select(connection => connection.Key));
            return false;
        }

        if (!JoinRule.MayRun(graph, target, mode, arrived, Active(run, open))) return false;
        run.Marks = run.Marks.Except(into.Select(connection => connection.Key));
        if (mode == JoinRule.WaitAny)
        {
            run.Marks = run.Marks.Add(Passed + target);
            CancelAncestors(run, target);
        }

        run.Schedule(graph.Nodes[target]);
        return true;
    }

    private static void BeginRound(ActivityRun run, FlowGraph graph, string head)
    {
        foreach (var activity in graph.Reach(head))
        {
            run.Marks = run.Marks.Remove(Passed + activity)
                .Except(graph.ForwardFrom(activity).Select(connection => connection.Key));
        }
    }

    private static HashSet<string> Active(ActivityRun run, ImmutableArray<string> open) =>
    [
        .. run.Inside.Select(child => child.Node.Id),
        .. run.Burst.QueuedInside(run).Select(node => node.Id),
        .. open,
    ];

    private static string Mode(ActivityRun run, ActivityNode target)
    {
        if (target.Type != FlowJoin.TypeName) return JoinRule.WaitAllActive;
        var mode = target.Inputs.TryGetValue("mode", out var expression)
            ? Expressions.ValueTypes.ToText(run.Evaluate(expression, "mode")) : null;
        return string.IsNullOrEmpty(mode) ? JoinRule.WaitAny : mode;
    }

    private static void CompleteWhenNothingIsLeft(ActivityRun run)
    {
        if (run is { HasEnded: false, IsFaulted: false, Inside.Count: 0 } && !run.Burst.QueuedInside(run).Any()) run.Complete();
    }

    private static FlowGraph Graph(ActivityRun run) =>
        run.Definition.Graph(run.Node, run.Kept.TryGetValue("start", out var start) ? start.GetString() : null);

    private static ActivityNode? FindStart(ActivityRun run)
    {
        var start = StartOf(run.Node, Trigger(run));
        // Only a trigger makes the start differ from what the definition says by itself.
        if (start is not null && start.Id == Trigger(run)) run.Kept = run.Kept.With("start", Values.Of(start.Id));
        return start;
    }

    private static string? Trigger(ActivityRun run) => run.Definition == run.Burst.Definition ? run.Burst.Trigger : null;

    /// <summary>Where a flowchart begins: the trigger, the Start, the first that can start a workflow, the first without an arrow into it.</summary>
    internal static ActivityNode? StartOf(ActivityNode flowchart, string? trigger)
    {
        var targets = flowchart.Connections.Select(connection => connection.Target).ToHashSet(StringComparer.Ordinal);
        return flowchart.Children.FirstOrDefault(child => child.Id == trigger)
            ?? flowchart.Children.FirstOrDefault(child => child.Type == Start.TypeName)
            ?? flowchart.Children.FirstOrDefault(child => child.CanStartWorkflow)
            ?? flowchart.Children.FirstOrDefault(child => !targets.Contains(child.Id))
            ?? flowchart.Children.FirstOrDefault();
    }
}
