namespace Supervision.Silo.Ledger;

/// <summary>At this instant the stream wants to be woken.</summary>
/// <param name="Key">Unique in the stream; setting a key again replaces its time.</param>
/// <param name="Rule">The rule that set it, for whoever asks why.</param>
internal sealed record DueTime(string Key, DateTimeOffset At, string Rule);

/// <summary>A due time as the clock of a shard sees it.</summary>
internal sealed record DueEntry(string Stream, string Key, DateTimeOffset At, string Rule);
