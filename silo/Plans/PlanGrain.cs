using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Plans;

[GrainType("plan")]
internal sealed class PlanGrain(ActorServices services) : StreamGrain<Plan>(services), IPlanGrain
{
    private PlanId Id => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, PlanCommand command) => ExecuteAsync(
        caller, command, (plan, now) => PlanRules.Decide(plan, caller, command, ContextAt(now)));

    public Task<PlanView?> ViewAsync(Caller caller) => Task.FromResult(MayView(caller) ? PlanViews.Of(State, Version, caller) : null);

    public Task<PlanReview?> ReviewAsync(Caller caller, int after, int limit) => Task.FromResult(
        MayViewReview(caller) ? PlanReviews.Of(State, Version, caller, Services.Organisation, after, limit) : null);

    public async Task<PlanHistory?> HistoryAsync(Caller caller, long after, int limit)
    {
        if (!MayViewReview(caller)) return null;

        var (entries, next) = await Services.Ledger.FactsAsync(Stream, after).PageAsync(limit, PlanHistories.EntryOf);
        return new PlanHistory(entries, next);
    }

    public async Task<PlanVersions?> VersionsAsync(Caller caller) => MayViewReview(caller)
        ? new PlanVersions([.. (await DifferencesAsync()).Select(difference => difference.Version)])
        : null;

    public async Task<PlanDifference?> DifferenceAsync(Caller caller, int version) => MayViewReview(caller)
        ? (await DifferencesAsync()).FirstOrDefault(difference => difference.Version.Number == version)
        : null;

    public Task<PlanTask?> RegistrationOfAsync(Caller caller, string path, CommandKey key) => Task.FromResult(
        caller.Is(Role.Follower) && State.Issued.Contains(path) && State.FindItem(path) is { } item
            ? new PlanTask(PlanTasks.TaskOf(State, item), PlanTasks.RegistrationOf(State, item, key), item)
            : null);

    protected override bool MayView(Caller caller) => State.Exists && PlanRights.MayView(State, caller, Services.Organisation);

    protected override Decision DecideOnProcess(Plan state, Caller caller, ProcessCommand command) => PlanRules.Decide(state, caller, command);

    protected override Decision Grant(Plan state, ProcessRequest request, DateTimeOffset now) => PlanRules.Grant(state, request);

    private PlanContext ContextAt(DateTimeOffset now) => new(Id, now, Services.Calendar, Services.Organisation);

    private bool MayViewReview(Caller caller) => State.Exists && PlanRights.MayViewReview(State, caller);

    private async Task<IReadOnlyList<PlanDifference>> DifferencesAsync() =>
        PlanHistories.VersionsOf(await Services.Ledger.FactsAsync(Stream, after: 0).ToListAsync());
}
