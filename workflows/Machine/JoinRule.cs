namespace Supervision.Workflows;

/// <summary>When an activity with several arrows into it may run. Pure; Elsa's names of the modes.</summary>
/// <remarks>
/// Elsa counts visits, dead ones included, and loses count where a loop lies before a join. Here a join looks at what can
/// still come: the results are the same without loops, and right with them.
/// </remarks>
internal static class JoinRule
{
    public const string WaitAny = "WaitAny";
    public const string WaitAll = "WaitAll";
    public const string WaitAllActive = "WaitAllActive";

    /// <param name="arrived">The arrows into the join that were followed and not yet used.</param>
    /// <param name="active">Activities that run, wait, stand in the queue or are about to.</param>
    public static bool MayRun(
        FlowGraph graph, string join, string mode, IReadOnlySet<Connection> arrived, IReadOnlyCollection<string> active)
    {
        if (arrived.Count == 0) return false;
        if (mode == WaitAny) return true;
        var missing = graph.ForwardInto(join).Where(connection => !arrived.Contains(connection)).ToArray();
        if (missing.Length == 0) return true;
        return mode == WaitAllActive && !missing.Any(connection => MayStillCome(graph, join, connection, arrived, active));
    }

    // Somebody on the forward way to an arrow is waited for. Somebody who must first go round a loop is waited for too,
    // unless that way would pass an arrow that has arrived already: then it is a new round, not the rest of this one.
    private static bool MayStillCome(
        FlowGraph graph, string join, Connection missing, IReadOnlySet<Connection> arrived, IReadOnlyCollection<string> active)
    {
        if (graph.ReachForward(active, without: join).Contains(missing.Source)) return true;
        foreach (var activity in active)
        {
            var reach = graph.ReachByAny([activity], without: join);
            if (reach.Contains(missing.Source) && !arrived.Any(connection => reach.Contains(connection.Source))) return true;
        }

        return false;
    }
}
