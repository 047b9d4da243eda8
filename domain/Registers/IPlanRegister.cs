using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>What the registers know of plans and of all that hangs below them. As <see cref="ITaskRegister"/>, limited and dated.</summary>
public interface IPlanRegister
{
    /// <summary>Null where there is no such plan or the caller may not see how it stands as a whole.</summary>
    Task<ProgressTree?> ProgressAsync(
        Caller caller, PlanId plan, ProgressQuery query, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>Null where there is no such task or the caller may not see it.</summary>
    Task<ProgressTree?> ProgressAsync(
        Caller caller, TaskId task, ProgressQuery query, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>What is not covered of a plan and of all sub-plans below it; null where there is no such plan or the caller may not see plans.</summary>
    Task<CoveragePage?> CoverageAsync(
        Caller caller, PlanId plan, CoverageQuery query, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>How many holes there were at the end of each day, over the tree as it is now.</summary>
    Task<CoverageTrend?> CoverageTrendAsync(
        Caller caller, PlanId plan, DateOnly from, DateOnly to, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>The items of one plan against the agencies.</summary>
    Task<CoverageMatrix?> CoverageMatrixAsync(
        Caller caller, PlanId plan, FeedPosition? seen = null, CancellationToken cancellation = default);
}
