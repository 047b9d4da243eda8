using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Triggers;

/// <summary>When a trigger starts a process. Pure.</summary>
public static class TriggerRules
{
    /// <param name="triggers">Those of the version that was published.</param>
    /// <param name="first">When a trigger comes first; null for one without a schedule, and for one that never comes.</param>
    public static Decision Follow(
        DefinitionTriggers state, Caller caller, FollowDefinition command,
        IReadOnlyList<StartTrigger> triggers, Func<StartTrigger, DateTimeOffset?> first)
    {
        if (!caller.Is(Role.Follower))
            return Decision.Refuse(TriggerRefusals.NotFollower);
        if (command.Version <= state.Version || (triggers.Count == 0 && state.All.IsEmpty))
            return Decision.Nothing;

        var due = ImmutableSortedDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var trigger in triggers)
            if ((Kept(state, trigger) ?? first(trigger)) is { } at) due[trigger.Activity] = at;
        return new TriggersSet(
            command.Version, triggers, due.ToImmutable(),
            [.. state.All.Where(known => known.Kind == TriggerKinds.Event && !triggers.Contains(known))]);
    }

    /// <summary>A due time has come, perhaps late: one process starts for it, and those that were missed meanwhile are not made up for.</summary>
    public static Decision Fire(
        DefinitionTriggers state, string definition, string activity, DateTimeOffset tick, Func<StartTrigger, DateTimeOffset?> next) =>
        state.All.Find(trigger => trigger.Activity == activity) is { } trigger
            ? new TriggerFired(
                activity, ProcessId.From("tick", definition, activity, Text(tick)), tick, next(trigger), null, null)
            : Decision.Nothing;

    public static Decision Meet(DefinitionTriggers state, string definition, Caller caller, MeetEvent command) =>
        !caller.Is(Role.Follower) ? Decision.Refuse(TriggerRefusals.NotFollower)
        : state.All.Contains(new StartTrigger(command.Activity, TriggerKinds.Event, command.Name))
            ? new TriggerFired(
                command.Activity, ProcessId.From("event", definition, command.Activity, command.Key.Value),
                null, null, command.CorrelationId, command.Payload)
            : Decision.Nothing;

    /// <summary>What starts by itself is no secret to whoever publishes and watches.</summary>
    public static bool MayView(Caller caller) => caller.IsAny(Role.Designer, Role.Auditor);

    private static string Text(DateTimeOffset tick) =>
        tick.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    // A trigger that the new version has unchanged goes on as it was: publishing again does not put off what is due.
    private static DateTimeOffset? Kept(DefinitionTriggers state, StartTrigger trigger) =>
        state.All.Contains(trigger) && state.Due.TryGetValue(trigger.Activity, out var at) ? at : null;
}
