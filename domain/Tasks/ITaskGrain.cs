using Supervision.Language;

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
}
