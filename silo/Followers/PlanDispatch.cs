using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>What follows from a plan for its tasks, from a task for its sub-plans, and from a sub-plan for the task above.</summary>
internal sealed class PlanDispatch(IGrainFactory grains, ActorServices services, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        PlanItemsIssued e => Registered(source, e.Paths),
        PlanAccepted e => [.. Registered(source, e.Paths), Settled(source, e.Paths.Count, accepted: true, e.Promised)],
        PlanRevised e => [.. e.Changes.SelectMany((change, n) => Revised(source, e, change, n * StepsMax)), Settled(source, e.Changes.Count * StepsMax, accepted: true, e.Promised)],
        PlanSubmitted => [Above(source, (key, plan) => new NoteSubPlanFiled(key, plan, WorkingCalendar.DayOf(source.RecordedAt)), 0)],
        PlanRefusedAsNotOurs => [Settled(source, 0, accepted: false, [])],
        TaskWithdrawn { SubPlans: { } below } e => below.Select((plan, n) => WithdrawnWith(source, plan, e.Reason, n)),
        TaskTerminated { SubPlans: { } below } e => below.Select((plan, n) => WithdrawnWith(source, plan, e.Reason, n)),
        TaskMerged { SubPlans: { } below } e => below.Select((plan, n) => WithdrawnWith(source, plan, e.Reason, n)),
        PlanWithdrawn e => e.Paths.Select((path, n) => WithdrawnWith(source, path, e.Reason, n)),
        SubPlansOrdered e => e.Orders.Select((order, n) => Opened(source, order.Agency, n, isNew: true)),
        SharesAllotted e => e.Shares.Select((share, n) => Opened(source, share.Agency, n, isNew: false)),
        _ => [],
    };

    // One change of a revision comes to two commands at most; the keys of each are its own.
    private const int StepsMax = 2;

    private IEnumerable<FollowUp> Registered(FactSource source, IReadOnlyList<string> paths) =>
        paths.Select((path, n) => Register(source, path, n));

    private FollowUp Register(FactSource source, string path, int n) => new(TargetOf(source, path), async () =>
    {
        var caller = callers.Follower(source.Author);
        var registration = await grains.GetGrain<IPlanGrain>(source.Key).RegistrationOfAsync(caller, path, source.CommandKey(n))
            ?? throw new InvalidOperationException($"{source.Stream} does not know that it has issued {path}.");
        var receipt = await grains.GetGrain<ITaskGrain>(registration.Task.Value).ExecuteAsync(caller, registration.Register);

        // An item that was issued and is no task would be nobody's: it is parked, and an operator is called.
        return receipt is Receipt.Refused refused
            ? throw new InvalidOperationException($"{registration.Task} was not registered: {refused.Code}: {refused.English}")
            : receipt;
    });

    // What is added becomes a task; what is suspended, resumed or removed is told to its task, and so is what else has changed.
    private IEnumerable<FollowUp> Revised(FactSource source, PlanRevised revised, RevisionChange change, int n)
    {
        var (before, after) = change;
        if (before is null)
        {
            yield return Register(source, after.Path, n);
            yield break;
        }

        if (Moved(source, before.State, after.State, source.CommandKey(n), revised.Reason) is { } moved)
            yield return Tell(source, after, moved);
        if (after is { State: not ItemState.Removed, Assignment: { } assignment } && IsReadjusted(before, after))
        {
            yield return Tell(source, after, new Readjust(
                source.CommandKey(n + 1), new PlanId(source.Key), revised.Revision, revised.Reason, assignment, after.Indicators, after.EvidenceRule));
        }
    }

    private static TaskCommand? Moved(FactSource source, ItemState before, ItemState after, CommandKey key, string reason) => (before, after) switch
    {
        _ when before == after => null,
        (_, ItemState.Removed) => new WithdrawWithPlan(key, new PlanId(source.Key), reason),
        (_, ItemState.Suspended) => new StopClock(key, reason),
        (ItemState.Suspended, ItemState.Active) => new ResumeClock(key),
        _ => null, // What was removed is not brought back; a new item takes its place.
    };

    private FollowUp WithdrawnWith(FactSource source, PlanId plan, string reason, int n) => new($"plan/{plan}", async () =>
    {
        var receipt = await grains.GetGrain<IPlanGrain>(plan.Value).ExecuteAsync(
            callers.Follower(source.Author), new WithdrawPlan(source.CommandKey(n), new TaskId(source.Key), reason));
        return receipt is Receipt.Refused refused
            ? throw new InvalidOperationException($"{plan} was not withdrawn with {source.Stream}: {refused.Code}: {refused.English}")
            : receipt;
    });

    // A task that is closed already stays as it is: it says no, and that is what was meant.
    private FollowUp WithdrawnWith(FactSource source, string path, string reason, int n) => new(TargetOf(source, path), async () =>
    {
        var (caller, key) = (callers.Follower(source.Author), source.CommandKey(n));
        var registration = await grains.GetGrain<IPlanGrain>(source.Key).RegistrationOfAsync(caller, path, key)
            ?? throw new InvalidOperationException($"{source.Stream} does not know that it has issued {path}.");
        return await grains.GetGrain<ITaskGrain>(registration.Task.Value).ExecuteAsync(caller, new WithdrawWithPlan(key, new PlanId(source.Key), reason));
    });

    // Lists have no equality of their own: what is written the same is the same.
    private static bool IsReadjusted(PlanItem before, PlanItem after) => Written(before) != Written(after);

    private static string Written(PlanItem item) =>
        System.Text.Json.JsonSerializer.Serialize(new { item.Assignment, item.Indicators, item.EvidenceRule }, FactJson.Options);

    private FollowUp Tell(FactSource source, PlanItem item, TaskCommand command) => new(TargetOf(source, item.Path), () =>
        grains.GetGrain<ITaskGrain>(PlanTasks.TaskOf(new PlanId(source.Key), item.Number).Value).ExecuteAsync(callers.Follower(source.Author), command));

    // New shares change the terms of a sub-plan that is being made; not every agency with a share makes one.
    private FollowUp Opened(FactSource source, AgencyCode agency, int n, bool isNew)
    {
        var plan = TaskRules.SubPlanOf(new TaskId(source.Key), agency);
        return new FollowUp($"plan/{plan}", async () =>
        {
            var caller = callers.Follower(source.Author);
            var opening = await grains.GetGrain<ITaskGrain>(source.Key).OpeningOfAsync(caller, agency, source.CommandKey(n));
            if (opening is null && isNew)
                throw new InvalidOperationException($"{source.Stream} does not know that it has ordered {plan}.");
            if (opening is null || (opening.IsSettled && !isNew))
                return new Receipt.Done(0, null);

            var receipt = await grains.GetGrain<IPlanGrain>(plan.Value).ExecuteAsync(caller, opening.Command);
            return receipt is Receipt.Refused refused
                ? throw new InvalidOperationException($"{plan} was not opened: {refused.Code}: {refused.English}")
                : receipt;
        });
    }

    private FollowUp Settled(FactSource source, int n, bool accepted, IReadOnlyList<PromisedShare>? promised) =>
        Above(source, (key, plan) => new NoteSubPlanSettled(key, plan, accepted, promised ?? []), n);

    // A plan of the city has no task above, and nobody is told.
    private FollowUp Above(FactSource source, Func<CommandKey, PlanId, TaskCommand> command, int n) => new(source.Stream, async () =>
    {
        if (await ParentOfAsync(source.Stream) is not { } parent) return new Receipt.Done(0, null);

        var receipt = await grains.GetGrain<ITaskGrain>(parent.Task.Value)
            .ExecuteAsync(callers.Follower(source.Author), command(source.CommandKey(n), new PlanId(source.Key)));
        return receipt is Receipt.Refused refused
            ? throw new InvalidOperationException($"{parent.Task} was not told of {source.Stream}: {refused.Code}: {refused.English}")
            : receipt;
    });

    // From the ledger, not from the actor: a plan of the city has thousands of items, and its first line says enough.
    private async Task<PlanParent?> ParentOfAsync(string stream)
    {
        await foreach (var first in services.Ledger.ReadAsync(stream, 0, CancellationToken.None))
        {
            var envelope = EnvelopeJson.Read(first.Body.Span);
            return FactJson.Read(envelope.Kind, envelope.Fact) is PlanOpened opened ? opened.Parent : null;
        }

        return null;
    }

    private static string TargetOf(FactSource source, string path) => $"{source.Stream}/{path}";
}
