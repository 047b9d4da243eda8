using Supervision.Accounts;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Silo.Evidence;
using Supervision.Tasks;

namespace Supervision.Silo.Tasks;

[GrainType("task")]
internal sealed class TaskGrain(ActorServices services) : StreamGrain<SupervisedTask>(services), ITaskGrain
{
    private TaskId Id => new(this.GetPrimaryKeyString());

    public async Task<Receipt> ExecuteAsync(Caller caller, TaskCommand command)
    {
        var evidence = await CitedEvidence.ByAsync(Services.Definitions, command);
        var handler = command is DelegateToHandler named ? await Services.Definitions.LoadAsync<Account>($"account/{named.Handler}") : null;
        return await ExecuteAsync(caller, command, (task, now) =>
            TaskRules.Decide(task, caller, command, ContextAt(now) with { Evidence = evidence, Handler = handler }));
    }

    public Task<TaskView?> ViewAsync(Caller caller) => Task.FromResult(
        MayView(caller) ? TaskViews.Of(State, Version, caller, ContextAt(Now)) : null);

    public async Task<TaskHistory?> HistoryAsync(Caller caller, long after, int limit)
    {
        if (!MayView(caller)) return null;

        var (entries, next) = await Services.Ledger.FactsAsync(Stream, after).PageAsync(limit, TaskHistoryEntry.Of);
        return new TaskHistory(entries, next);
    }

    public Task<SubPlanOpening?> OpeningOfAsync(Caller caller, AgencyCode agency, CommandKey key) => Task.FromResult(
        caller.Is(Role.Follower) ? TaskRules.OpeningOf(State, Id, agency, key) : null);

    public Task<Register?> PartRegistrationAsync(Caller caller, TaskId part, CommandKey key) => Task.FromResult(
        caller.Is(Role.Follower) ? TaskRules.RegistrationOf(State, Id, part, key) : null);

    protected override bool MayView(Caller caller) => TaskRights.MayView(State, caller);

    protected override Decision DecideOnProcess(SupervisedTask state, Caller caller, ProcessCommand command) =>
        TaskRules.Decide(state, caller, command);

    protected override Decision Grant(SupervisedTask state, ProcessRequest request, DateTimeOffset now) =>
        TaskRules.Grant(state, request, ContextAt(now));

    protected override IReadOnlyDictionary<string, DateOnly> Bases(SupervisedTask state) => TaskRules.BasesOf(state);

    private TaskContext ContextAt(DateTimeOffset now) => new(Id, now, Services.Calendar, Services.Organisation);
}
