using Supervision.Language;

namespace Supervision.Plans;

/// <summary>Who decided what on a plan and when, from its ledger.</summary>
/// <param name="Entries">In the order in which they were recorded.</param>
/// <param name="Next">Names the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("PlanHistory")]
public sealed record PlanHistory([property: Id(0)] IReadOnlyList<PlanHistoryEntry> Entries, [property: Id(1)] long? Next);

/// <summary>One recorded fact of a plan, for people.</summary>
/// <param name="Seq">Its place in the stream, which an auditor finds it by.</param>
/// <param name="Kind">The kind of the fact, stable.</param>
/// <param name="Path">The item it is about; null where it is about the plan.</param>
/// <param name="What">What happened, as a sentence in both languages.</param>
[GenerateSerializer, Immutable, Alias("PlanHistoryEntry")]
public sealed record PlanHistoryEntry(
    [property: Id(0)] long Seq,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AccountId Account,
    [property: Id(3)] AgencyCode Agency,
    [property: Id(4)] AccountId? OnBehalfOf,
    [property: Id(5)] string Kind,
    [property: Id(6)] string? Path,
    [property: Id(7)] Term What);

/// <summary>The versions of a plan that were in force.</summary>
[GenerateSerializer, Immutable, Alias("PlanVersions")]
public sealed record PlanVersions([property: Id(0)] IReadOnlyList<PlanVersion> Versions);

/// <summary>One version.</summary>
/// <param name="Reason">Why it was revised; null for the first.</param>
/// <param name="Items">How many items it has in force.</param>
/// <param name="Changes">How many items it changed of the version before; of the first, all.</param>
[GenerateSerializer, Immutable, Alias("PlanVersion")]
public sealed record PlanVersion(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AccountId By,
    [property: Id(3)] string? Reason,
    [property: Id(4)] int Items,
    [property: Id(5)] int Changes);

/// <summary>What one version changed.</summary>
[GenerateSerializer, Immutable, Alias("PlanDifference")]
public sealed record PlanDifference(
    [property: Id(0)] PlanVersion Version, [property: Id(1)] IReadOnlyList<ItemDifference> Changes);

/// <summary>What became of one item.</summary>
/// <param name="Task">The task that it touches.</param>
/// <param name="How">added, changed, suspended, resumed or removed.</param>
/// <param name="Fields">The fields that differ, by their names in JSON; empty for one that was added.</param>
[GenerateSerializer, Immutable, Alias("ItemDifference")]
public sealed record ItemDifference(
    [property: Id(0)] string Path,
    [property: Id(1)] Supervision.Tasks.TaskId Task,
    [property: Id(2)] ItemRevision How,
    [property: Id(3)] IReadOnlyList<string> Fields,
    [property: Id(4)] PlanItem? Before,
    [property: Id(5)] PlanItem After);

/// <summary>What a revision does to an item.</summary>
[GenerateSerializer, Alias("ItemRevision")]
public enum ItemRevision { Added, Changed, Suspended, Resumed, Removed }
