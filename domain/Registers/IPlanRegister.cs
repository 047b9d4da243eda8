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
}
