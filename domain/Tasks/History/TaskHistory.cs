using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>Who did what on a task and when, from its ledger.</summary>
/// <param name="Entries">In the order in which they were recorded.</param>
/// <param name="Next">Names the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("TaskHistory")]
public sealed record TaskHistory([property: Id(0)] IReadOnlyList<TaskHistoryEntry> Entries, [property: Id(1)] long? Next);

/// <summary>One recorded fact of a task, for people.</summary>
/// <param name="Seq">Its place in the stream, which an auditor finds it by.</param>
/// <param name="Account">Who did it; the clock and the followers have accounts of their own.</param>
/// <param name="Kind">The kind of the fact, stable.</param>
/// <param name="What">What happened, as a sentence in both languages.</param>
[GenerateSerializer, Immutable, Alias("TaskHistoryEntry")]
public sealed record TaskHistoryEntry(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AccountId Account,
    [property: Id(3)] AgencyCode Agency,
    [property: Id(4)] AccountId? OnBehalfOf,
    [property: Id(5)] string Kind,
    [property: Id(6)] Term What)
{
    /// <summary>The entry of a fact; null for steps of processes, which say nothing of their own.</summary>
    public static TaskHistoryEntry? Of(RecordedFact recorded) => TaskSentences.Of(recorded.Fact) is { } said
        ? new(recorded.Seq, recorded.At, recorded.Account, recorded.Agency, recorded.OnBehalfOf, FactJson.KindOf(recorded.Fact), said)
        : null;
}
