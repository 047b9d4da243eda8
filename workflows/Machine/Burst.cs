using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Processes;

namespace Supervision.Workflows;

/// <summary>One step at work: takes a state apart, runs what is due in order, and puts the new state together.</summary>
/// <remarks>The queue is first in, first out, and always empty between steps. "Parallel" branches take turns where they wait.</remarks>
internal sealed class Burst
{
    /// <summary>A definition that runs more activities than this in one step is taken to loop for ever.</summary>
    public const int RunsMax = 100_000;

    /// <summary>A definition that goes on with incidents and fails oftener than this in one step is stopped all the same.</summary>
    public const int IncidentsMax = 100;

    /// <summary>So much of the queue is kept when a fault stops the instance.</summary>
    public const int QueuedMax = 10_000;

    private readonly Queue<Scheduled> _queue = new();
    private readonly Dictionary<int, ActivityRun> _runs = [];
    private readonly WaitingPoints _bookmarks;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<ProcessRequest> _requests = [];
    private readonly ImmutableArray<Incident>.Builder _incidents;
    private readonly Dictionary<(string Activity, string Output), JsonElement> _outputs = [];
    private readonly InstanceState _before;
    private ImmutableSortedDictionary<string, JsonElement> _input;
    private int _counter;
    private int _guids;
    private bool _ranAway;
    private InstanceStatus _status;

    public Burst(WorkflowDefinition definition, string instance, InstanceState state, StepContext context)
    {
        (Definition, Instance, Context, _before) = (definition, instance, context, state);
        (Name, CorrelationId, _counter, _status) = (state.Name, state.CorrelationId, state.Counter, state.Status);
        (_input, Output, Variables, Properties) = (state.Input, state.Output, state.Variables, state.Properties);
        _bookmarks = new WaitingPoints(state.Bookmarks);
        _incidents = state.Incidents.ToBuilder();
        foreach (var run in state.Runs) Load(run);
    }

    public WorkflowDefinition Definition { get; }

    public string Instance { get; }

    public StepContext Context { get; }

    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    public ImmutableSortedDictionary<string, JsonElement> Variables { get; set; }

    public ImmutableSortedDictionary<string, JsonElement> Output { get; set; }

    public ImmutableSortedDictionary<string, JsonElement> Properties { get; set; }

    /// <summary>The activity that started the instance as its trigger, in its first burst.</summary>
    public string? Trigger { get; set; }

    /// <summary>True once: whoever comes by the trigger again waits there.</summary>
    public bool TakeTrigger(string activity)
    {
        if (Trigger != activity) return false;
        Trigger = null;
        return true;
    }

    public JsonElement LastResult { get; private set; }

    public JsonElement Input(string name) => _input.GetValueOrDefault(name);

    /// <summary>Input that came with this step: for good when the definition declares it, else for this burst.</summary>
    public void TakeInput(JsonObject input)
    {
        foreach (var (name, value) in input) _input = _input.With(name, Values.Of(value));
    }

    /// <summary>What lives for one burst alone: activity outputs, and input that is not declared.</summary>
    public void Forget()
    {
        _outputs.Clear();
        LastResult = default;
        _input = Declared(_input);
    }

    public bool StillWaits(Bookmark bookmark) =>
        _status == InstanceStatus.Running && !IsStopped && _bookmarks.Has(bookmark);

    public IEnumerable<ActivityNode> QueuedInside(ActivityRun run) =>
        _queue.Where(item => item.Parent == run).Select(item => item.Node);

    /// <summary>Where an activity waits now, of the workflow that a run is a part of: another that stands in it as an activity may have the same ids.</summary>
    public IEnumerable<Bookmark> WaitsAt(string activity, ActivityRun run) => _bookmarks.InOrder.Where(bookmark =>
        bookmark.Activity == activity && FindRun(bookmark.Run)?.UsedAsActivity == run.UsedAsActivity);

    public ActivityRun? FindRun(int id) => _runs.GetValueOrDefault(id);

    public void Schedule(ActivityNode node, ActivityRun? parent, ImmutableSortedDictionary<string, JsonElement> given) =>
        _queue.Enqueue(new Scheduled(node, parent, given));

    /// <summary>Runs what is in the queue, and what that puts there. A fault that stops the instance leaves the rest for later.</summary>
    public void Drain()
    {
        for (var started = 0; !IsStopped && _queue.TryDequeue(out var item); started++)
        {
            if (item.Parent is { HasEnded: true }) continue;
            var run = Begin(item);
            if (started >= RunsMax)
            {
                _ranAway = true;
                Fault(run, $"More than {RunsMax} activities ran in one step; the definition seems to loop without waiting.");
                return;
            }

            Guard(run, () => Execute(run));
        }
    }

    /// <summary>Lets an activity work; what it cannot do becomes an incident.</summary>
    /// <param name="completed">What has completed inside, where that is the work; as in Elsa the incident is booked on it.</param>
    public void Guard(ActivityRun run, Action work, ActivityRun? completed = null, ImmutableArray<string> outcomes = default)
    {
        try
        {
            work();
        }
        catch (ActivityFault fault)
        {
            var after = completed is null ? null : new Completion(completed.Node.Id, outcomes);
            Fault(run, fault.Message, fault.Activity ?? completed?.Node.Id, after);
        }
    }

    /// <summary>Runs an activity that has failed from its start.</summary>
    public void Again(ActivityRun run)
    {
        Write(run, "Started", []);
        Guard(run, () => Execute(run));
    }

    /// <summary>Tells a container of what has completed inside it. One that fails at it stays as it was, to be told again.</summary>
    public void Tell(ActivityRun container, ActivityRun child, ImmutableArray<string> outcomes)
    {
        var (marks, index, kept, queued, incidents) = (container.Marks, container.Index, container.Kept, _queue.Count, _incidents.Count);
        Guard(container, () => container.Activity!.ChildCompleted(container, child, outcomes), child, outcomes);
        if (_incidents.Count == incidents || container.HasEnded) return;
        (container.Marks, container.Index, container.Kept) = (marks, index, kept);
        for (var (at, count) = (0, _queue.Count); at < count; at++)
            if (_queue.Dequeue() is var item && (at < queued || item.Parent != container)) _queue.Enqueue(item);
    }

    public void Complete(ActivityRun run, ImmutableArray<string> outcomes)
    {
        if (run.HasEnded) return;
        foreach (var child in run.Inside.ToArray()) Cancel(child);
        Write(run, "Completed", outcomes);
        End(run);
        if (run.Parent is { } parent) Tell(parent, run, outcomes);
        else _status = InstanceStatus.Finished;
    }

    public void Cancel(ActivityRun run)
    {
        foreach (var child in run.Inside.ToArray()) Cancel(child);
        Write(run, "Canceled", []);
        End(run);
    }

    /// <summary>Ends a run without telling the container.</summary>
    public void Drop(ActivityRun run) => End(run);

    /// <summary>Ends the instance where it stands, whatever still runs.</summary>
    public void EndAll(InstanceStatus status)
    {
        _status = status;
        _queue.Clear();
        foreach (var run in _runs.Values.ToArray()) End(run);
    }

    public Bookmark Wait(
        ActivityRun run, ImmutableSortedDictionary<string, string> terms, ImmutableSortedDictionary<string, Due> dues)
    {
        var id = (++_counter).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var bookmark = new Bookmark(id, run.Id, run.Node.Id, run.Node.Type, run.Node.DisplayText, terms, dues);
        _bookmarks.Add(bookmark);
        Write(run, "Suspended", []);
        return bookmark;
    }

    public void Replace(Bookmark bookmark) => _bookmarks.Replace(bookmark);

    public void Request(string name, string activity, JsonObject arguments, Bookmark? bookmark) =>
        _requests.Add(new ProcessRequest(name, Instance, activity, bookmark is null ? null : $"{Instance}/{bookmark.Id}", arguments));

    public void Write(ActivityRun run, string happened, ImmutableArray<string> outcomes, string? message = null) =>
        _journal.Add(new JournalEntry(run.Node.Id, run.Id, happened, outcomes, message, run.Definition != Definition));

    public void RememberOutput(ActivityNode node, string output, JsonElement value)
    {
        if (output == "result") LastResult = value;
        _outputs[(node.Id, output)] = value;
        _outputs[(node.Name, output)] = value;
    }

    // Scripts write the output's name as the activity's author does, with a capital.
    public JsonElement RecallOutput(string activity, string output) =>
        output.Length == 0 ? default : _outputs.GetValueOrDefault((activity, char.ToLowerInvariant(output[0]) + output[1..]));

    public Guid NewGuid()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Context.IdSeed}|{Instance}|{_before.Counter}|{_guids++}"));
        return new Guid(hash.AsSpan(0, 16));
    }

    public StepResult Result()
    {
        var queued = Queued();
        var state = new InstanceState
        {
            Status = IsStopped ? InstanceStatus.Faulted : _status,
            Counter = _counter,
            Name = Name,
            CorrelationId = CorrelationId,
            Input = Declared(_input),
            Output = Output,
            Variables = Variables,
            Properties = Properties,
            Runs = [.. _runs.Values.OrderBy(run => run.Id).Select(run => run.Save()), .. queued],
            Bookmarks = [.. _bookmarks.InOrder],
            Incidents = _incidents.ToImmutable(),
        };
        return new StepResult(state, _journal, _requests);
    }

    // The first fault of this step ends the burst, unless the definition asks to go on with the other branches.
    private bool IsStopped => _incidents.Count - _before.Incidents.Length is var failed and > 0
        && (!Definition.ContinuesWithIncidents || _ranAway || failed > IncidentsMax);

    // What a container that has ended had put there is not to run any more. What loops without measure is not kept without measure.
    private RunState[] Queued() => [.. _queue.Where(item => item.Parent is not { HasEnded: true }).Take(QueuedMax).Select(Save)];

    private ImmutableSortedDictionary<string, JsonElement> Declared(ImmutableSortedDictionary<string, JsonElement> input) =>
        input.RemoveRange(input.Keys.Where(name => !Definition.Inputs.Any(declared => declared.Name == name)));

    private void Load(RunState state)
    {
        var parent = FindRun(state.Parent);
        if (state.IsQueued && state.Parent != 0 && parent is null) return;

        var definition = parent?.Node.Workflow ?? parent?.Definition ?? Definition;
        var node = definition.Find(state.Activity) ?? throw new ArgumentException(
            $"The state stands at activity '{state.Activity}', which the definition does not have; step it with the definition it began with.",
            nameof(state));
        if (state.IsQueued) Schedule(node, parent, state.Variables);
        else Add(ActivityRun.Load(this, state, node, parent));
    }

    private ActivityRun Begin(Scheduled item)
    {
        var run = new ActivityRun(this, ++_counter, item.Node, item.Parent)
        {
            Variables = Defaults(item.Node.Variables).AddRange(item.Given),
        };
        Add(run);
        Write(run, "Started", []);
        return run;
    }

    private void Add(ActivityRun run)
    {
        _runs.Add(run.Id, run);
        run.Parent?.Inside.Add(run);
    }

    private RunState Save(Scheduled item) => new(
        ++_counter, item.Node.Id, item.Parent?.Id ?? 0, IsFaulted: false, IsQueued: true, 0, Values.NoMarks, Values.None, item.Given);

    internal static ImmutableSortedDictionary<string, JsonElement> Defaults(ImmutableArray<VariableDefinition> variables)
    {
        var defaults = Values.None;
        foreach (var variable in variables)
            defaults = defaults.With(variable.Id, Expressions.ValueTypes.Convert(variable.Default, variable.TypeName));
        return defaults;
    }

    private static void Execute(ActivityRun run)
    {
        var activity = run.Activity ?? throw new ActivityFault($"Activity type '{run.Node.Type}' could not be found.");
        activity.Execute(run);
    }

    private void Fault(ActivityRun run, string message, string? blamed = null, Completion? after = null)
    {
        run.IsFaulted = true;
        _incidents.Add(new Incident(blamed ?? run.Node.Id, message, Context.Now, run.Id, after));
        _journal.Add(new JournalEntry(blamed ?? run.Node.Id, run.Id, "Faulted", [], message));
    }

    private void End(ActivityRun run)
    {
        run.HasEnded = true;
        _runs.Remove(run.Id);
        run.Parent?.Inside.Remove(run);
        _bookmarks.EndOf(run);
    }

    /// <param name="Given">The variables that the container gives it.</param>
    private sealed record Scheduled(ActivityNode Node, ActivityRun? Parent, ImmutableSortedDictionary<string, JsonElement> Given);
}
