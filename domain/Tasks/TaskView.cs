using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>A task as a caller may see it. <paramref name="Version"/> is the version of its stream, used as ETag.</summary>
/// <param name="Actions">What this caller could do now, by command name: right, and waiting point or standing.</param>
/// <param name="Incidents">Where its processes stand until somebody acts.</param>
/// <param name="NeedsDecision">No main process drives it any more, and it is not closed.</param>
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
    [property: Id(24)] Cadence Cadence);

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
