using System.Collections.Immutable;
using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>What a step came to.</summary>
/// <param name="State">The state after the step; the very same object when the stimulus changed nothing.</param>
/// <param name="Journal">What happened, in order; for people and for the designer's viewer, never read back.</param>
/// <param name="Requests">What the process asks of its actor, in order.</param>
public sealed record StepResult(
    InstanceState State, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<ProcessRequest> Requests)
{
    internal static StepResult Of(InstanceState state) => new(state, [], []);
}

/// <summary>One line of an instance's journal.</summary>
/// <param name="Activity">The activity's id in the definition.</param>
/// <param name="Run">Which run of it: a loop runs an activity many times.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed, Canceled, Faulted: Elsa's words; and Due (a limit or a reminder spoke up), Written.</param>
/// <param name="Outcomes">The outcomes of a completion; empty for the plain Done.</param>
/// <param name="Message">A written line, or why it faulted.</param>
/// <param name="IsInner">The activity is part of a workflow that is used as an activity; its id is that workflow's.</param>
public sealed record JournalEntry(
    string Activity, int Run, string Event, ImmutableArray<string> Outcomes, string? Message = null, bool IsInner = false);
