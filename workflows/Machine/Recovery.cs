using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>What a person makes of an incident: the activity runs again, or counts as completed. Pure, as the machine is.</summary>
/// <remarks>
/// Everything else stays as it stood: siblings keep their bookmarks, variables their values. A container that failed when
/// something completed inside it is told of that completion again; one that failed at its own work begins anew.
/// </remarks>
public static class Recovery
{
    public const string Done = "Done";

    /// <summary>Runs what has failed again.</summary>
    public static Attempt Retry(WorkflowDefinition definition, string instance, InstanceState state, int run, StepContext context)
    {
        var incidents = OpenAt(state, run);
        if (incidents.IsEmpty) return Attempt.No(ProcessRefusals.IncidentNotFound, instance, run);

        var isToldAgain = incidents.All(incident => incident.After is not null);
        var burst = Reopen(definition, instance, state, run, anew: !isToldAgain, context);
        var again = burst.FindRun(run)!;
        if (isToldAgain) TellAgain(burst, again, incidents);
        else burst.Again(again);
        burst.Drain();
        return Settled(definition, state, burst.Result());
    }

    /// <summary>Lets what has failed count as completed.</summary>
    /// <param name="outcome">One that the activity declares or that an arrow leaves it by; null for Done.</param>
    public static Attempt Skip(
        WorkflowDefinition definition, string instance, InstanceState state, int run, string? outcome, StepContext context)
    {
        var incidents = OpenAt(state, run);
        if (incidents.IsEmpty) return Attempt.No(ProcessRefusals.IncidentNotFound, instance, run);
        var faulted = state.Runs.Single(candidate => candidate.Id == run);
        if (faulted.Parent == 0) return Attempt.No(ProcessRefusals.WholeProcess, incidents[0].Activity);

        var outcomes = OutcomesOf(Place.Of(definition, state)[run]);
        if (!outcomes.Contains(outcome ?? Done))
            return Attempt.No(ProcessRefusals.OutcomeUnknown, faulted.Activity, outcome ?? Done, string.Join(", ", outcomes));

        var burst = Reopen(definition, instance, state, run, anew: false, context);
        burst.Complete(burst.FindRun(run)!, outcome is null or Done ? [] : [outcome]);
        burst.Drain();
        return Settled(definition, state, burst.Result());
    }

    /// <summary>What people read of an incident: the ids of the containers around the activity and its own, and its name.</summary>
    public static (string Node, string Name) Describe(WorkflowDefinition definition, InstanceState state, Incident incident) =>
        Place.Of(definition, state, incident) is { } place ? (place.NodeId, place.Node.DisplayText) : (incident.Activity, incident.Activity);

    /// <summary>A due time that cannot be worked off and cannot be refused: the activity that waits there stands with an incident.</summary>
    public static InstanceState Stop(WorkflowDefinition definition, InstanceState state, string bookmark, string why, DateTimeOffset at)
    {
        var held = state.Bookmarks.First(candidate => candidate.Id == bookmark);
        return state with
        {
            Status = definition.ContinuesWithIncidents ? state.Status : InstanceStatus.Faulted,
            Runs = [.. state.Runs.Select(run => run.Id == held.Run ? run with { IsFaulted = true } : run)],
            Incidents = state.Incidents.Add(new Incident(held.Activity, why, at, held.Run)),
        };
    }

    private static ImmutableArray<Incident> OpenAt(InstanceState state, int run) =>
        [.. state.OpenIncidents.Where(incident => incident.Run == run && state.Runs.Any(candidate => candidate.Id == run))];

    private static ImmutableArray<string> OutcomesOf(Place place)
    {
        var declared = place.Node.Workflow?.Outcomes ?? Activities.ActivityCatalogue.Find(place.Node)?.Descriptor.Outcomes ?? [];
        // The labels of a switch and the branches of a fork stand in the definition alone.
        var leaving = place.Container?.Connections
            .Where(connection => connection.Source == place.Node.Id).Select(connection => connection.Port) ?? [];
        ImmutableArray<string> known = [.. declared.Concat(leaving).Distinct()];
        return known.IsEmpty ? [Done] : known;
    }

    // What its container gave it is its own for as long as it runs, such as the turn of a loop.
    private static RunState Anew(Place place, RunState run)
    {
        var given = run.Variables.RemoveRange(place.Node.Variables.Select(variable => variable.Id));
        return run with
        {
            IsFaulted = false,
            Index = 0,
            Marks = Values.NoMarks,
            Kept = Values.None,
            Variables = Burst.Defaults(place.Node.Variables).AddRange(given),
        };
    }

    // A run that begins anew has nothing inside it; one that goes on keeps what is inside, but not a wait of its own.
    private static Burst Reopen(
        WorkflowDefinition definition, string instance, InstanceState state, int run, bool anew, StepContext context)
    {
        var faulted = state.Runs.Single(candidate => candidate.Id == run);
        var target = anew ? Anew(Place.Of(definition, state)[run], faulted) : faulted with { IsFaulted = false };
        var gone = anew ? Inside(state, run) : [];
        var open = state with
        {
            Status = InstanceStatus.Running,
            Runs = [.. state.Runs.Where(candidate => !gone.Contains(candidate.Id)).Select(candidate => candidate.Id == run ? target : candidate)],
            Bookmarks = [.. state.Bookmarks.Where(bookmark => bookmark.Run != run && !gone.Contains(bookmark.Run))],
            Incidents = [.. state.Incidents.Where(incident => incident.Run != run && !gone.Contains(incident.Run))],
        };
        return new Burst(definition, instance, open, context);
    }

    private static HashSet<int> Inside(InstanceState state, int run)
    {
        var inside = new HashSet<int>();
        foreach (var candidate in state.Runs) // A container stands before what is inside it.
            if (candidate.Parent == run || inside.Contains(candidate.Parent)) inside.Add(candidate.Id);
        return inside;
    }

    private static void TellAgain(Burst burst, ActivityRun container, ImmutableArray<Incident> incidents)
    {
        foreach (var completion in incidents.Select(incident => incident.After!))
        {
            if (container.HasEnded) return;
            var child = (container.Node.Workflow ?? container.Definition).Find(completion.Activity)!;
            burst.Tell(container, new ActivityRun(burst, 0, child, container) { HasEnded = true }, completion.Outcomes);
        }
    }

    // What was cancelled on the way needs nobody any more; the instance stands for what is left, or goes on.
    private static Attempt Settled(WorkflowDefinition definition, InstanceState before, StepResult result)
    {
        var state = result.State;
        var left = state.Incidents.Where(incident =>
            !before.Incidents.Contains(incident) || state.Runs.Any(run => run.Id == incident.Run)).ToImmutableArray();
        var status = !left.IsEmpty && !definition.ContinuesWithIncidents ? InstanceStatus.Faulted
            : state.Runs.IsEmpty ? InstanceStatus.Finished : InstanceStatus.Running;
        return new Attempt(result with { State = state with { Incidents = left, Status = status } });
    }
}

/// <summary>A step that a person asked for, or why there is none.</summary>
public sealed record Attempt(StepResult? Result, Decision.Refused? Refused = null)
{
    internal static Attempt No(Refusal refusal, params object[] values) => new(null, new Decision.Refused(refusal, values));
}
