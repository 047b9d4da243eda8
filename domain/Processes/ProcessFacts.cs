using Supervision.Language;

namespace Supervision.Processes;

/// <summary>A fact about the processes of a stream; every actor with processes folds these alike.</summary>
public abstract record ProcessFact : Fact;

/// <summary>A process began in this stream. <paramref name="Hash"/> names the content of its definition for ever.</summary>
[Kind("process.started")]
public sealed record ProcessStarted(string Instance, string Definition, string Hash, string? AttachedTo) : ProcessFact;

/// <summary>A process moved. Holds the whole state after the step, so that replay never runs a definition again.</summary>
/// <param name="State">The machine's state, opaque to the domain.</param>
/// <param name="Waits">The waiting points after the step.</param>
/// <param name="Passed">What ended in the step, for pictures; null when nothing did, and in steps recorded before it was kept.</param>
[Kind("process.stepped")]
public sealed record ProcessStepped(
    string Instance, System.Text.Json.JsonElement State, IReadOnlyList<Wait> Waits, Trail? Passed = null) : ProcessFact;

/// <summary>A process came to its end: Finished, Cancelled, Aborted by a person with a reason, NotStarted; Faulted in old lines alone.</summary>
/// <param name="Output">What it put out by name; null for nothing. The name and the correlation id are those it ended with.</param>
[Kind("process.ended")]
public sealed record ProcessEnded(
    string Instance, string How, string? Why, JsonText? Output = null, string? Name = null, string? CorrelationId = null)
    : ProcessFact;

/// <summary>A wait for an event began, or its process came to another correlation id: an event of this address finds it from now on.</summary>
[Kind("process.subscribed")]
public sealed record ProcessSubscribed(string Instance, string Wait, string Event, string? CorrelationId) : ProcessFact;

/// <summary>That address no longer finds the wait: it was answered, or is gone, or is found elsewhere.</summary>
[Kind("process.unsubscribed")]
public sealed record ProcessUnsubscribed(string Instance, string Wait, string Event, string? CorrelationId) : ProcessFact;

/// <summary>An activity asked for something that only followers can do, such as a task of an outside program.</summary>
[Kind("process.request-recorded")]
public sealed record ProcessRequestRecorded(
    string Name, string Instance, string Activity, string? Wait, System.Text.Json.JsonElement Arguments) : ProcessFact;

/// <summary>An activity failed in the step before; its branch or its process stands until somebody acts.</summary>
[Kind("process.incident-recorded")]
public sealed record ProcessIncidentRecorded(ProcessIncident Incident) : ProcessFact;

/// <summary>Nobody has to act on the incidents of this run any more. Who did stands in the envelope.</summary>
[Kind("process.incident-resolved")]
public sealed record ProcessIncidentResolved(string Instance, int Run, IncidentEnd How, string? Outcome, string? Reason) : ProcessFact;

/// <summary>A running process went over to another content of its definition. Holds the whole state, as a step does.</summary>
[Kind("process.migrated")]
public sealed record ProcessMigrated(
    string Instance, string FromHash, string ToHash, System.Text.Json.JsonElement State, IReadOnlyList<Wait> Waits) : ProcessFact;

/// <summary>停表: due times of this stream's processes rest.</summary>
[Kind("process.clock-stopped")]
public sealed record ProcessClockStopped : ProcessFact;

/// <summary>恢复计时: due times run again, moved by the step that follows.</summary>
[Kind("process.clock-resumed")]
public sealed record ProcessClockResumed : ProcessFact;
