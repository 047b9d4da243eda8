using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>Makes the trail of a step from its journal.</summary>
public static class Trails
{
    /// <summary>Null when nothing ended in the step.</summary>
    public static Trail? Of(WorkflowDefinition definition, IReadOnlyList<JournalEntry> journal)
    {
        var (completed, cancelled, left) = (Empty(), Empty(), Empty());
        foreach (var entry in journal.Where(entry => !entry.IsInner))
        {
            if (entry.Event == "Canceled") Count(cancelled, entry.Activity);
            if (entry.Event != "Completed") continue;
            Count(completed, entry.Activity);
            foreach (var port in PortsOf(definition, entry)) Count(left, Trail.PortOf(entry.Activity, port));
        }

        return completed.Count + cancelled.Count == 0 ? null : new Trail(completed, Some(cancelled), Some(left));
    }

    // Only ports that have an arrow: a script may make up any number of others. Where there is the plain one alone, it says nothing.
    private static IEnumerable<string> PortsOf(WorkflowDefinition definition, JournalEntry entry)
    {
        if (!definition.Parents.TryGetValue(entry.Activity, out var chart)) return [];
        var ports = chart.Connections.Where(arrow => arrow.Source == entry.Activity).Select(arrow => arrow.Port).Distinct().ToArray();
        return ports is [] or ["Done"] ? [] : ports.Intersect(entry.Outcomes.IsDefaultOrEmpty ? ["Done"] : entry.Outcomes);
    }

    private static SortedDictionary<string, int> Empty() => new(StringComparer.Ordinal);

    private static SortedDictionary<string, int>? Some(SortedDictionary<string, int> counts) => counts.Count == 0 ? null : counts;

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}
