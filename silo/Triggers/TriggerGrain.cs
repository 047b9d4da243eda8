using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Triggers;
using Supervision.Workflows;

namespace Supervision.Silo.Triggers;

[GrainType("trigger")]
internal sealed class TriggerGrain(ActorServices services) : StreamGrain<DefinitionTriggers>(services), ITriggerGrain
{
    private string Definition => this.GetPrimaryKeyString();

    public Task<Receipt> ExecuteAsync(Caller caller, TriggerCommand command) => command switch
    {
        FollowDefinition c => FollowAsync(caller, c),
        MeetEvent c => ExecuteAsync(caller, c, (triggers, _) => TriggerRules.Meet(triggers, Definition, caller, c)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Task<TriggerView?> ViewAsync(Caller caller) =>
        Task.FromResult(MayView(caller) ? new TriggerView(State.Version, State.All, State.Due) : null);

    protected override bool MayView(Caller caller) => TriggerRules.MayView(caller);

    protected override Decision Due(DefinitionTriggers state, string due, DateTimeOffset now)
    {
        var (activity, _) = ProcessSet.PartsOf(due);
        var tick = state.Dues[due];
        return TriggerRules.Fire(state, Definition, activity, tick, trigger => Schedule.After(trigger, tick, now));
    }

    private async Task<Receipt> FollowAsync(Caller caller, FollowDefinition command)
    {
        var definition = await Services.Definitions.OfHashAsync(command.Hash);
        return await ExecuteAsync(caller, command, (state, now) => TriggerRules.Follow(
            state, caller, command, StartTriggers.Of(definition, now, Services.Days), trigger => Schedule.First(trigger, now)));
    }
}
