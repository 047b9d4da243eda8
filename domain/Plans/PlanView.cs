using Supervision.Indicators;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>A plan as one caller sees it.</summary>
/// <param name="Draft">What was read from the text; null for a sub-plan.</param>
/// <param name="Parent">The task that a sub-plan breaks down; null for a plan of the city.</param>
/// <param name="Revision">The version in force; 0 until it is accepted.</param>
/// <param name="Waits">What its processes wait for; empty for whoever has no part in its review.</param>
[GenerateSerializer, Immutable, Alias("PlanView")]
public sealed record PlanView(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] long Version,
    [property: Id(2)] PlanDraft? Draft,
    [property: Id(3)] IReadOnlyList<PlanItemView> Items,
    [property: Id(4)] string Title,
    [property: Id(5)] PlanStage Stage,
    [property: Id(6)] Term StageName,
    [property: Id(7)] PlanParent? Parent,
    [property: Id(8)] int Revision,
    [property: Id(9)] ProposedRevision? Proposed,
    [property: Id(10)] PlanCounts Counts,
    [property: Id(11)] IReadOnlyList<Wait> Waits,
    [property: Id(12)] IReadOnlyList<ProcessIncident> Incidents);

/// <summary>One item of a plan. What was decided of it is null for whoever it does not concern.</summary>
/// <param name="Task">Its task, once the plan is accepted.</param>
[GenerateSerializer, Immutable, Alias("PlanItemView")]
public sealed record PlanItemView(
    [property: Id(0)] string Path,
    [property: Id(1)] string Title,
    [property: Id(2)] int Line,
    [property: Id(3)] SettledItem? Settled,
    [property: Id(4)] TaskId? Task,
    [property: Id(5)] int Number,
    [property: Id(6)] string? Group,
    [property: Id(7)] ItemVerdict? Verdict,
    [property: Id(8)] ItemState? State,
    [property: Id(9)] IReadOnlyList<Indicator>? Indicators,
    [property: Id(10)] string? EvidenceRule,
    [property: Id(11)] int? Weight);

/// <summary>How far the review has come.</summary>
/// <param name="Decided">Accepted, dropped or put off.</param>
/// <param name="Doubts">How many doubts the reader had.</param>
[GenerateSerializer, Immutable, Alias("PlanCounts")]
public sealed record PlanCounts(
    [property: Id(0)] int Items,
    [property: Id(1)] int Decided,
    [property: Id(2)] int Accepted,
    [property: Id(3)] int Dropped,
    [property: Id(4)] int Postponed,
    [property: Id(5)] int WithoutOwner,
    [property: Id(6)] int WithoutIndicator,
    [property: Id(7)] int WithoutEvidenceRule,
    [property: Id(8)] int Doubts,
    [property: Id(9)] int OpenDoubts);

/// <summary>A revision that waits for its approval.</summary>
/// <param name="Revision">The version that it would become.</param>
[GenerateSerializer, Immutable, Alias("ProposedRevision")]
public sealed record ProposedRevision(
    [property: Id(0)] int Revision, [property: Id(1)] string Reason, [property: Id(2)] IReadOnlyList<RevisionChange> Changes);
