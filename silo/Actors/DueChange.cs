using Supervision.Processes;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Actors;

/// <summary>How the due times of a stream change with a command: what stands in the index is what its state says, no more, no less.</summary>
internal sealed record DueChange(IReadOnlyList<DueTime> Set, IReadOnlyList<string> Completed)
{
    public static DueChange Between(IReadOnlyDictionary<string, DateTimeOffset> were, IReadOnlyDictionary<string, DateTimeOffset> are)
    {
        return new DueChange(
            [.. are.Where(due => !were.TryGetValue(due.Key, out var at) || at != due.Value)
                .Select(due => new DueTime(due.Key, due.Value, ProcessSet.PartsOf(due.Key).Name))],
            [.. were.Keys.Where(key => !are.ContainsKey(key))]);
    }
}
