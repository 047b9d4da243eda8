using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Actors;
using Supervision.Tasks;

namespace Supervision.Silo.Plans;

[GrainType("plan")]
internal sealed class PlanGrain(ActorServices services) : StreamGrain<Plan>(services), IPlanGrain
{
    private PlanId Id => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, PlanCommand command) => ExecuteAsync(
        caller, command, (plan, now) => PlanRules.Decide(
            plan, Id, caller, command, new TaskContext(default, now, Services.Calendar, Services.Organisation)));

    public Task<PlanView?> ViewAsync(Caller caller) => Task.FromResult(
        MayView(caller) && State.Draft is { } draft ? new PlanView(Id, Version, draft, [.. State.InOrder.Select(item => View(item, caller))]) : null);

    public Task<PlanRegistration?> RegistrationOfAsync(Caller caller, string path, CommandKey key) => Task.FromResult(
        caller.Is(Role.Follower) && State.Issued.Contains(path)
            ? new PlanRegistration(PlanRules.TaskOf(State, path), PlanRules.RegistrationOf(State, path, key))
            : null);

    protected override bool MayView(Caller caller) => PlanRules.MayView(caller);

    private PlanItemView View(PlanItem item, Caller caller)
    {
        var settled = item.Assignment is { } assignment ? new SettledItem(assignment, item.Cadence, item.CadenceReason) : null;
        var sees = PlanRules.MayViewSettled(settled, caller);
        return new PlanItemView(
            item.Path, item.Title, item.Line, sees ? settled : null,
            sees && State.Issued.Contains(item.Path) ? PlanRules.TaskOf(State, item.Path) : null);
    }
}
