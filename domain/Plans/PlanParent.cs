using Supervision.Indicators;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What a sub-plan (子方案) breaks down: a task, for one of its agencies.</summary>
/// <param name="Task">The task above.</param>
/// <param name="Plan">The plan that the task comes from; null where it was registered by hand.</param>
/// <param name="Agency">Who makes the sub-plan and answers for it.</param>
/// <param name="DueOn">The last day of the task above; items are due by then, or say why not.</param>
/// <param name="FileBy">The day by which the sub-plan is to be submitted.</param>
/// <param name="Indicators">Of the task above; the target of one that sums is this agency's share, null where none is allotted.</param>
/// <param name="Depth">1 below a task of the city's plan; null in the first lines, which are of depth 1.</param>
[GenerateSerializer, Immutable, Alias("PlanParent")]
public sealed record PlanParent(
    [property: Id(0)] TaskId Task,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] AgencyCode Agency,
    [property: Id(3)] DateOnly DueOn,
    [property: Id(4)] DateOnly FileBy,
    [property: Id(5)] IReadOnlyList<Indicator> Indicators,
    [property: Id(6)] int? Depth = null);
