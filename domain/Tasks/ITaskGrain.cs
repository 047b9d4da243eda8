using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Tasks;

/// <summary>One supervised task (督办事项), and the only writer of its stream in the ledger.</summary>
/// <remarks>
/// <para>Key: the <see cref="TaskId"/>. Every id names a grain; one never registered answers <c>task.not-found</c>.</para>
/// <para>Caller: the first argument of every method, verified before the method runs.</para>
/// <para>Retries: a command sent again with its key by the same account gets the first answer again.</para>
/// <para>Order: commands run one at a time. <see cref="ViewAsync"/> may run between them and shows the last durable fact.</para>
/// </remarks>
[Alias("supervision.task")]
public interface ITaskGrain : IStreamGrain, IGrainWithStringKey
{
    /// <summary>Decide, step, append, answer. Refusals: <see cref="TaskRefusals"/>.</summary>
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, TaskCommand command);

    /// <summary>The task as this caller may see it, or null when there is none for them.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<TaskView?> ViewAsync(Caller caller);

    /// <summary>Who did what on it, from the ledger, a page at a time; null for whom there is no task.</summary>
    /// <param name="after">The place in the stream after which the page begins; 0 for the first.</param>
    [Alias("history"), Orleans.Concurrency.AlwaysInterleave]
    Task<TaskHistory?> HistoryAsync(Caller caller, long after, int limit);

    /// <summary>What opens the sub-plan of an agency, with the terms as they are now; a follower asks, null for others and where none was ordered.</summary>
    [Alias("opening"), Orleans.Concurrency.AlwaysInterleave]
    Task<SubPlanOpening?> OpeningOfAsync(Caller caller, AgencyCode agency, CommandKey key);

    /// <summary>What registers a part of a task that was split; a follower asks, null for others and for a part there is not.</summary>
    [Alias("part-registration"), Orleans.Concurrency.AlwaysInterleave]
    Task<Register?> PartRegistrationAsync(Caller caller, TaskId part, CommandKey key);
}

/// <summary>What opens a sub-plan, and whether it is settled already: then new terms come too late.</summary>
[GenerateSerializer, Immutable, Alias("SubPlanOpening")]
public sealed record SubPlanOpening([property: Id(0)] bool IsSettled, [property: Id(1)] OpenSubPlan Command);
