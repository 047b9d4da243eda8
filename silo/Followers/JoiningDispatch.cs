using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Tasks;

namespace Supervision.Silo.Followers;

/// <summary>并案 and 拆分: what follows in the other task, and in the parts.</summary>
/// <remarks>
/// The task that goes asks, the other takes it in or says why not, and only then the first one ends. Every step but the no is a fact
/// that is followed again after a crash; the no changes nothing there, and asking again comes to an answer as well.
/// </remarks>
internal sealed class JoiningDispatch(IGrainFactory grains, SystemCallers callers) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact switch
    {
        MergerAgreed e => [Asked(source, e)],
        TaskTookIn e => [Tell(source, e.From, 0, key => new NoteMerged(key, new TaskId(source.Key), [.. e.Assignment.Agencies]))],
        TaskSplit e => e.Parts.Select((part, n) => Registered(source, part.Task, n)),
        TaskWithdrawn { Plan: { } plan, Parts: { } parts } e => parts.Select((part, n) => Tell(source, part, n, key => new WithdrawWithPlan(key, plan, e.Reason))),
        _ => [],
    };

    private FollowUp Asked(FactSource source, MergerAgreed e) => new(StreamOf(e.Into), async () =>
    {
        var caller = callers.Follower(source.Author);
        var answer = await Grain(e.Into).ExecuteAsync(caller, new TakeIn(source.CommandKey(0), e.Merged));
        return answer is Receipt.Refused refused
            ? await Grain(e.Merged.Task).ExecuteAsync(caller, new NoteMergerDeclined(source.CommandKey(1), $"{refused.Chinese} {refused.English}"))
            : answer;
    });

    private FollowUp Registered(FactSource source, TaskId part, int n) => new(StreamOf(part), async () =>
    {
        var (caller, key) = (callers.Follower(source.Author), source.CommandKey(n));
        var register = await Grain(new TaskId(source.Key)).PartRegistrationAsync(caller, part, key)
            ?? throw new InvalidOperationException($"{source.Stream} does not know its part {part}.");

        // A part that is no task would be nobody's: it is parked, and an operator is called.
        return await Grain(part).ExecuteAsync(caller, register) is Receipt.Refused refused
            ? throw new InvalidOperationException($"{part} was not registered: {refused.Code}: {refused.English}")
            : new Receipt.Done(0, null);
    });

    private FollowUp Tell(FactSource source, TaskId task, int n, Func<CommandKey, TaskCommand> command) =>
        new(StreamOf(task), () => Grain(task).ExecuteAsync(callers.Follower(source.Author), command(source.CommandKey(n))));

    private ITaskGrain Grain(TaskId task) => grains.GetGrain<ITaskGrain>(task.Value);

    private static string StreamOf(TaskId task) => $"task/{task}";
}
