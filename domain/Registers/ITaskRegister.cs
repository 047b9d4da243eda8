using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>
/// The registers (台账) of a gateway: read models, computed from the ledger, disposable. Every answer is limited to what
/// the caller may see (<see cref="Visibility"/>), counts and search included, and says how current it is.
/// </summary>
/// <remarks>
/// A query that names a feed position, such as that of a receipt, waits for it for at most two seconds, and then answers
/// with what there is, marked stale. A query with a flaw (<see cref="TaskQuery.Flaw"/>) throws; the edge asks before.
/// </remarks>
public interface ITaskRegister
{
    Task<TaskPage> ListAsync(
        Caller caller, TaskQuery query, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>Counts of exactly the tasks that <see cref="ListAsync"/> lists for the same filter.</summary>
    Task<TaskCounts> CountAsync(
        Caller caller, TaskFilter filter, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>待办: what waits for this caller, the most urgent first.</summary>
    /// <param name="absent">代理: callers with the powers of those whom this one stands in for; what waits for them is among it.</param>
    Task<TodoPage> TodoAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitMax, FeedPosition? seen = null,
        IReadOnlyList<Caller>? absent = null, CancellationToken cancellation = default);

    Task<SilentAgencies> ListSilentAsync(Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default);

    Task<MeasurePage> ListMeasuresAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default);

    /// <summary>Where processes stand until somebody acts, in tasks and agencies that the caller sees; everywhere for those who mend them.</summary>
    Task<IncidentPage> ListIncidentsAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default);

    /// <summary>Running processes of a definition; none for a caller who may not see those of all streams.</summary>
    Task<InstancePage> ListInstancesAsync(
        Caller caller, InstanceFilter filter, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault,
        FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>Open tasks that one of these agencies is on, the most urgent first: what a new one is compared with.</summary>
    Task<IReadOnlyList<OpenTask>> ListOpenAsync(
        Caller caller, IReadOnlyList<AgencyCode> agencies, CancellationToken cancellation = default);

    /// <summary>考核办法: drafts and all for whoever sees drafts, what is in force for others.</summary>
    Task<SchemePage> ListSchemesAsync(Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default);

    /// <summary>The plans, the newest change first; none for a caller who may not read plans.</summary>
    Task<PlanPage> ListPlansAsync(Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default);
}
