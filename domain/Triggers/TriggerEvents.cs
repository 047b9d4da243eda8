using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Triggers;

// Facts in the stream of a definition's triggers.

/// <summary>A version of the definition was published: from now on these start it, and no others.</summary>
/// <param name="Due">When each trigger with a schedule comes next, by activity.</param>
/// <param name="Dropped">Events that started the version before and do not start this one.</param>
[Kind("trigger.set")]
public sealed record TriggersSet(
    int Version, IReadOnlyList<StartTrigger> Triggers, IReadOnlyDictionary<string, DateTimeOffset> Due,
    IReadOnlyList<StartTrigger> Dropped) : Fact;

/// <summary>A trigger started a process.</summary>
/// <param name="Process">Its id follows from the trigger and the tick or the event, so that twice is once.</param>
/// <param name="Tick">The due time that came; null for an event.</param>
/// <param name="Next">The one after it.</param>
[Kind("trigger.fired")]
public sealed record TriggerFired(
    string Activity, ProcessId Process, DateTimeOffset? Tick, DateTimeOffset? Next, string? CorrelationId, JsonText? Payload) : Fact;
