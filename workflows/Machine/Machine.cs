using System.Text.Json.Nodes;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows;

/// <summary>Runs workflow definitions: pure functions from a state and a stimulus to the next state.</summary>
/// <remarks>A stimulus that finds nothing to do returns the state itself: late, double and foreign calls change nothing.</remarks>
public static class Machine
{
    private const string Resumed = "Resumed";

    /// <param name="trigger">The id of the activity that starts the instance as a trigger; null for a plain start.</param>
    public static StepResult Start(
        WorkflowDefinition definition, string instance, JsonObject input, StepContext context,
        string? trigger = null, string? correlationId = null)
    {
        var blank = new InstanceState { CorrelationId = correlationId, Variables = Burst.Defaults(definition.Variables) };
        var burst = new Burst(definition, instance, blank, context) { Trigger = trigger };
        burst.TakeInput(input);
        burst.Schedule(definition.Root, parent: null, Values.None);
        burst.Drain();
        return burst.Result();
    }

    /// <summary>Answers a waiting point with one of the outcomes that it declares. Elsa's own waits are answered with <c>Done</c>.</summary>
    /// <param name="wait">The wait's id: instance, slash, bookmark.</param>
    public static StepResult Answer(
        WorkflowDefinition definition, InstanceState state, string wait, string outcome, JsonNode? data, StepContext context) =>
        Step(definition, state, wait, context, Resumed, (run, bookmark) => run.Activity!.Answer(run, bookmark, new Answer(outcome, data)));

    /// <summary>A due time of a waiting point has come.</summary>
    public static StepResult Fire(
        WorkflowDefinition definition, InstanceState state, string wait, string due, StepContext context) =>
        Step(definition, state, wait, context, due == DueNames.Timer ? Resumed : "Due", (run, bookmark) =>
            bookmark.Dues.ContainsKey(due) && run.Activity!.Fire(run, bookmark, due));

    /// <summary>Tells the instance of an event. All who wait for it now are answered, in the order in which they began to wait.</summary>
    public static StepResult Tell(
        WorkflowDefinition definition, InstanceState state, string instance, string eventName, JsonNode? payload, StepContext context)
    {
        var waiting = state.Bookmarks.Where(bookmark => Event.Waits(bookmark, eventName)).ToArray();
        if (state.Status != InstanceStatus.Running || waiting.Length == 0) return StepResult.Of(state);

        var burst = new Burst(definition, instance, state, context);
        foreach (var bookmark in waiting.Where(burst.StillWaits))
        {
            burst.Forget();
            burst.TakeInput(Input(Event.PayloadInput, payload));
            Act(burst, bookmark, Resumed, (run, _) => run.Activity!.Answer(run, bookmark, new Answer("Done", null)));
        }

        return burst.Result();
    }

    /// <summary>Answers a wait of Elsa's with workflow input, as Elsa's own resume does.</summary>
    internal static StepResult Resume(
        WorkflowDefinition definition, InstanceState state, string wait, JsonObject input, StepContext context) =>
        Step(definition, state, wait, context, Resumed, (run, bookmark) =>
        {
            run.Burst.TakeInput(input);
            return run.Activity!.Answer(run, bookmark, new Answer("Done", null));
        });

    /// <summary>Ends an instance where it stands, with or without an incident.</summary>
    public static StepResult Cancel(InstanceState state) => state.Status is InstanceStatus.Running or InstanceStatus.Faulted
        ? new StepResult(state with { Status = InstanceStatus.Cancelled, Runs = [], Bookmarks = [] }, [], [])
        : StepResult.Of(state);

    /// <summary>恢复计时: every due counted in working days moves by as many as the clock stood. Elapsed time has gone on.</summary>
    public static StepResult Shift(InstanceState state, int workingDays, StepContext context) =>
        StepResult.Of(DueTimes.Shift(state, workingDays, context));

    /// <summary>A base has moved: limits counted from it are counted again, those that had passed as well.</summary>
    public static StepResult Rebase(InstanceState state, string baseName, DateOnly day, StepContext context) =>
        StepResult.Of(DueTimes.Rebase(state, baseName, day, context));

    private static StepResult Step(
        WorkflowDefinition definition, InstanceState state, string wait, StepContext context, string happens,
        Func<ActivityRun, Bookmark, bool> act)
    {
        var slash = wait.LastIndexOf('/');
        var bookmark = state.Bookmarks.FirstOrDefault(candidate => wait.AsSpan(slash + 1).SequenceEqual(candidate.Id));
        if (state.Status != InstanceStatus.Running || bookmark is null || slash <= 0) return StepResult.Of(state);

        var burst = new Burst(definition, wait[..slash], state, context);
        return Act(burst, bookmark, happens, act) ? burst.Result() : StepResult.Of(state);
    }

    // False when it was no answer to this wait: then nothing has changed.
    private static bool Act(Burst burst, Bookmark bookmark, string happens, Func<ActivityRun, Bookmark, bool> act)
    {
        var run = burst.FindRun(bookmark.Run)!;
        if (run.IsFaulted) return false; // Its branch stands until somebody acts.
        burst.Write(run, happens, []);
        var hasActed = false;
        burst.Guard(run, () => hasActed = act(run, bookmark));
        if (!hasActed && !run.IsFaulted) return false;
        burst.Drain();
        return true;
    }

    private static JsonObject Input(string name, JsonNode? value) => new() { [name] = value?.DeepClone() };
}
