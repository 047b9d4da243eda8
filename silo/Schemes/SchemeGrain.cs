using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Schemes;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Schemes;

[GrainType("scheme")]
internal sealed class SchemeGrain(ActorServices services) : StreamGrain<SchemeState>(services), ISchemeGrain
{
    private ItemCode Code => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, SchemeCommand command) =>
        ExecuteAsync(caller, command, (scheme, _) => SchemeProcedure.Decide(scheme, Code, caller, command));

    public Task<SchemeView?> ViewAsync(Caller caller) =>
        Task.FromResult(MayView(caller) ? SchemeViews.Of(State, Version, caller) : null);

    public async Task<IReadOnlyList<FrozenScheme>?> VersionsAsync(Caller caller) => MayView(caller) ? await FrozenAsync() : null;

    public async Task<SchemeHistory?> HistoryAsync(Caller caller) =>
        MayView(caller) && SchemeRights.MayViewDraft(caller) ? SchemeHistories.Of(await FactsAsync()) : null;

    public async Task<SchemeDifference?> DifferenceAsync(Caller caller, int version)
    {
        if (!MayView(caller)) return null;

        // What is compared is of one moment, whatever is written while the ledger is read.
        var state = State;
        var frozen = await FrozenAsync();
        var before = frozen.FirstOrDefault(one => one.Version.Version == version - 1);
        if (before is null) return null;
        if (frozen.FirstOrDefault(one => one.Version.Version == version) is { } after)
            return SchemeViews.DifferenceOf(before, after.Scheme, after.Reason);
        return state.Reopened is not null && version == state.NextVersion && SchemeRights.MayViewDraft(caller)
            ? SchemeViews.DifferenceOf(before, state.Draft!.Value, state.Reopened)
            : null;
    }

    protected override bool MayView(Caller caller) => SchemeRights.MayView(State, caller);

    protected override Decision Grant(SchemeState state, ProcessRequest request, DateTimeOffset now) => SchemeProcedure.Grant(state, request);

    private async Task<IReadOnlyList<FrozenScheme>> FrozenAsync() => SchemeHistories.VersionsOf(await FactsAsync());

    // From the ledger: the state keeps what is in force, not what was, nor who decided it.
    private ValueTask<List<RecordedFact>> FactsAsync() => Services.Ledger.FactsAsync(Stream, after: 0).ToListAsync();
}
