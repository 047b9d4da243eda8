using Supervision.Language;

namespace Supervision.Processes;

/// <summary>A process in a stream of its own: what a person, a parent process or a trigger started. Key: the <see cref="ProcessId"/>.</summary>
[Alias("supervision.process")]
public interface IProcessGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, FreeProcessCommand command);

    /// <summary>The process as it stands or as it ended; null when there is none or the caller may not see it.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<FreeProcessView?> ViewAsync(Caller caller);
}

/// <param name="Hash">The content that it runs; null when it could not be started.</param>
/// <param name="Status">Running; Faulted while it stands with an incident; Finished, Cancelled, Aborted, NotStarted.</param>
/// <param name="Why">Why it was aborted or not started.</param>
/// <param name="Name">What its definition calls it.</param>
/// <param name="Output">What it has put out by name: an object; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("FreeProcessView")]
public sealed record FreeProcessView(
    [property: Id(0)] ProcessId Process,
    [property: Id(1)] long Version,
    [property: Id(2)] string Definition,
    [property: Id(3)] string? Hash,
    [property: Id(4)] string Status,
    [property: Id(5)] string? Why,
    [property: Id(6)] string? Name,
    [property: Id(7)] string? CorrelationId,
    [property: Id(8)] JsonText? Output,
    [property: Id(9)] ProcessOrigin? Origin,
    [property: Id(10)] IReadOnlyList<Wait> Waits,
    [property: Id(11)] IReadOnlyList<ProcessIncident> Incidents);
