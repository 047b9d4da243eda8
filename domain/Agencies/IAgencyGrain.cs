using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Agencies;

/// <summary>What one can ask of a county or a department as an actor.</summary>
[GenerateSerializer, Immutable, Alias("AgencyCommand")]
public abstract record AgencyCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>A follower notes that a report of this agency is missing.</summary>
[GenerateSerializer, Immutable, Alias("Agency.NoteMissedReport")]
public sealed record NoteMissedReport(
    CommandKey Key, [property: Id(1)] TaskId Task, [property: Id(2)] string Period) : AgencyCommand(Key);

/// <summary>A follower notes that the report came, or that the task no longer asks for it.</summary>
[GenerateSerializer, Immutable, Alias("Agency.NoteReport")]
public sealed record NoteReport(CommandKey Key, [property: Id(1)] TaskId Task) : AgencyCommand(Key);

/// <summary>One agency as an actor. Key: the <see cref="AgencyCode"/>. Counties and departments each have a stream of their kind.</summary>
public interface IAgencyGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, AgencyCommand command);

    /// <summary>The agency's own processes and silent tasks; null when the caller may not see them.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<AgencyView?> ViewAsync(Caller caller);
}

/// <summary>县区 or zone.</summary>
[Alias("supervision.county")]
public interface ICountyGrain : IAgencyGrain;

/// <summary>部门, office or committee.</summary>
[Alias("supervision.department")]
public interface IDepartmentGrain : IAgencyGrain;

[GenerateSerializer, Immutable, Alias("AgencyView")]
public sealed record AgencyView(
    [property: Id(0)] AgencyCode Agency,
    [property: Id(1)] string Actor,
    [property: Id(2)] long Version,
    [property: Id(3)] IReadOnlyList<TaskId> SilentTasks,
    [property: Id(4)] int Escalations,
    [property: Id(5)] int Proposals,
    [property: Id(6)] IReadOnlyList<Wait> Waits,
    [property: Id(7)] IReadOnlyList<ProcessIncident> Incidents);
