using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

/// <summary>An indicator of a task as it stands today.</summary>
/// <param name="Newest">The value of the latest day; null while none was recorded.</param>
/// <param name="ExpectedToday">The number, or the rank of the class, that is expected by today; null where nobody can say.</param>
/// <param name="Permille">Of the way from baseline to target, by the newest value; null where there is none or nobody can say.</param>
/// <param name="IsReached">Null where no value says so, and for a direction without a target: a person judges.</param>
/// <param name="PointsBehind">Percentage points of the way that it lacks today; null where nobody can say.</param>
/// <param name="WentBackwards">The newest value is worse than the one of the day before.</param>
[GenerateSerializer, Immutable, Alias("IndicatorView")]
public sealed record IndicatorView(
    [property: Id(0)] Indicator Indicator,
    [property: Id(1)] IndicatorValue? Newest,
    [property: Id(2)] decimal? ExpectedToday,
    [property: Id(3)] int? Permille,
    [property: Id(4)] bool? IsReached,
    [property: Id(5)] int? PointsBehind,
    [property: Id(6)] bool WentBackwards);

/// <summary>How a task was broken down, and what came back.</summary>
[GenerateSerializer, Immutable, Alias("CascadeView")]
public sealed record CascadeView(
    [property: Id(0)] IReadOnlyList<SubPlanView> SubPlans, [property: Id(1)] IReadOnlyList<DivisionView> Divisions);

/// <summary>Where the sub-plan of one agency stands.</summary>
/// <param name="FiledOn">The day of its newest submission; null while it was never submitted.</param>
/// <param name="IsLate">Not submitted, and the day by which it was to be has passed.</param>
/// <param name="Accepted">Null while nobody has decided; false when the agency refused it as not its duty.</param>
[GenerateSerializer, Immutable, Alias("SubPlanView")]
public sealed record SubPlanView(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] AgencyCode Agency,
    [property: Id(2)] DateOnly FileBy,
    [property: Id(3)] DateOnly? FiledOn,
    [property: Id(4)] bool IsLate,
    [property: Id(5)] bool? Accepted);

/// <summary>An indicator that sums up: its target, what was allotted of it, and what the sub-plans promise.</summary>
/// <param name="Gap">Target less what was allotted: positive where something is left that nobody has taken.</param>
/// <param name="Reason">Why there is a gap, where there is one.</param>
/// <param name="PromisedGap">Target less what accepted sub-plans promise.</param>
[GenerateSerializer, Immutable, Alias("DivisionView")]
public sealed record DivisionView(
    [property: Id(0)] string Indicator,
    [property: Id(1)] decimal Target,
    [property: Id(2)] IReadOnlyList<PartView> Parts,
    [property: Id(3)] decimal Gap,
    [property: Id(4)] string? Reason,
    [property: Id(5)] decimal PromisedGap);

/// <summary>What one agency takes of an indicator: allotted to it, and promised by its sub-plan; null for neither.</summary>
[GenerateSerializer, Immutable, Alias("PartView")]
public sealed record PartView(
    [property: Id(0)] AgencyCode Agency, [property: Id(1)] decimal? Allotted, [property: Id(2)] decimal? Promised);
