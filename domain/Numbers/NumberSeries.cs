using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Numbers;

/// <summary>One series of document numbers in one year, as its ledger tells it: 1, 2, 3 … without a gap.</summary>
/// <param name="ByTask">Who holds which number: a task asks once and is answered the same for ever.</param>
/// <param name="Void">作废: numbers whose tasks were taken back. They stay spent.</param>
/// <remarks>Grows with the year's tasks; a year has thousands, and the next one begins anew.</remarks>
public sealed record NumberSeries(ImmutableDictionary<TaskId, int> ByTask, ImmutableSortedSet<int> Void) : IStreamState<NumberSeries>
{
    public static NumberSeries Initial { get; } = new([], []);

    public ProcessSet Processes => ProcessSet.None;

    /// <summary>The newest number; 0 while none was allotted.</summary>
    public int Last => ByTask.Count;

    public NumberSeries Evolve(Fact fact) => fact switch
    {
        NumberAllotted e => this with { ByTask = ByTask.Add(e.Task, e.Number) },
        NumberVoided e => this with { Void = Void.Add(e.Number) },
        _ => throw UnknownFactException.Of(fact),
    };
}
