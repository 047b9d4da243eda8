using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>A task as a caller may see it. <paramref name="Version"/> is the version of its stream, used as ETag.</summary>
/// <param name="Actions">What this caller could do now, by command name: right, and waiting point or standing.</param>
/// <param name="Incidents">Where its processes stand until somebody acts.</param>
/// <param name="NeedsDecision">No main process drives it any more, and it is not closed.</param>
/// <param name="Number">发文字号, such as 信政督〔2026〕1号; null before the assignment, and for tasks of a sub-plan.</param>
/// <param name="Handler">承办人 to whom the lead has delegated it.</param>
/// <param name="EvidenceRule">佐证要求: what proves that it is done, in words.</param>
[GenerateSerializer, Immutable, Alias("TaskView")]
public sealed record TaskView(
    [property: Id(0)] TaskId Task,
    [property: Id(1)] long Version,
    [property: Id(2)] string Title,
    [property: Id(3)] string Content,
    [property: Id(4)] TaskStage Stage,
    [property: Id(5)] Term StageName,
    [property: Id(6)] SupervisionKind Supervision,
    [property: Id(7)] TaskSource Source,
    [property: Id(8)] AuthorityRecord Authority,
    [property: Id(9)] PlanOrigin? Origin,
    [property: Id(10)] Assignment? Assignment,
    [property: Id(11)] Assignment? Proposed,
    [property: Id(12)] ProgressView Progress,
    [property: Id(13)] LitLight Light,
    [property: Id(14)] DateOnly? ClockStoppedOn,
    [property: Id(15)] DateOnly? RequestedDueOn,
    [property: Id(16)] Appraisal? Grade,
    [property: Id(17)] IReadOnlyList<Wait> Waits,
    [property: Id(18)] IReadOnlyList<string> Actions,
    [property: Id(19)] IReadOnlyList<ProcessIncident> Incidents,
    [property: Id(20)] bool NeedsDecision,
    [property: Id(21)] IReadOnlyList<IndicatorView> Indicators,
    [property: Id(22)] string? EvidenceRule,
    [property: Id(23)] CascadeView Cascade,
    [property: Id(24)] Cadence Cadence,
    [property: Id(25)] string? Number,
    [property: Id(26)] ChangesView Changes,
    [property: Id(27)] IReadOnlyList<ProblemView> Problems,
    [property: Id(28)] AccountId? Handler = null);

/// <summary>A problem of the list as it stands today.</summary>
/// <param name="IsLate">It was not put right by its day.</param>
[GenerateSerializer, Immutable, Alias("ProblemView")]
public sealed record ProblemView(
    [property: Id(0)] int Number,
    [property: Id(1)] string Text,
    [property: Id(2)] AgencyCode Agency,
    [property: Id(3)] DateOnly DueOn,
    [property: Id(4)] ProblemStage Stage,
    [property: Id(5)] Term StageName,
    [property: Id(6)] DateOnly? RectifiedOn,
    [property: Id(7)] int Returned,
    [property: Id(8)] bool IsLate);

/// <summary>What of a task is asked for and not decided, and how often it was given to another lead or opened again.</summary>
[GenerateSerializer, Immutable, Alias("ChangesView")]
public sealed record ChangesView(
    [property: Id(0)] IReadOnlyList<PendingChange> Pending, [property: Id(1)] int Reassigned, [property: Id(2)] int Reopened,
    [property: Id(3)] TaskId? MergedInto, [property: Id(4)] IReadOnlyList<TakenInTask> TakenIn, [property: Id(5)] IReadOnlyList<TaskPartView> Parts);

/// <summary>A task that this one was, or is to be, split into.</summary>
[GenerateSerializer, Immutable, Alias("TaskPartView")]
public sealed record TaskPartView(
    [property: Id(0)] TaskId Task, [property: Id(1)] string Title, [property: Id(2)] Assignment Assignment, [property: Id(3)] int Weight);

/// <param name="By">The agency that asks.</param>
/// <param name="Assignment">The one that is asked for; null for an end.</param>
[GenerateSerializer, Immutable, Alias("PendingChange")]
public sealed record PendingChange(
    [property: Id(0)] ChangeKind Change,
    [property: Id(1)] Term ChangeName,
    [property: Id(2)] AgencyCode By,
    [property: Id(3)] string Reason,
    [property: Id(4)] Assignment? Assignment,
    [property: Id(5)] TaskId? Into,
    [property: Id(6)] IReadOnlyList<TaskPartView> Parts);

/// <summary>Reports, returns, expedites and what the clock did.</summary>
[GenerateSerializer, Immutable, Alias("ProgressView")]
public sealed record ProgressView(
    [property: Id(0)] int Reports,
    [property: Id(1)] int Percent,
    [property: Id(2)] int PlannedPercent,
    [property: Id(3)] string? LatestText,
    [property: Id(4)] string? MissedPeriod,
    [property: Id(5)] int Returned,
    [property: Id(6)] int Expedited,
    [property: Id(7)] int Escalated,
    [property: Id(8)] int Proposed,
    [property: Id(9)] int Extended);
