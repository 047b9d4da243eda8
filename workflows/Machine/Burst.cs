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
    public const int RunsMax = 50_000;

    private readonly Queue<(ActivityNode Node, ActivityRun? Parent, string Port)> _queue = new();
    private readonly List<ActivityRun> _runs = [];
    private readonly List<Bookmark> _bookmarks;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<ProcessRequest> _requests = [];
    private readonly ImmutableArray<Incident>.Builder _incidents;
    private readonly Dictionary<(string Activity, string Output), JsonElement> _outputs = [];
    private readonly InstanceState _before;
    private ImmutableSortedDictionary<string, JsonElement> _input;
    private int _counter;
    private int _guids;
    private InstanceStatus _status;

    public Burst(WorkflowDefinition definition, string instance, InstanceState state, StepContext context)
    {
        (Definition, Instance, Context, _before) = (definition, instance, context, state);
        (Name, CorrelationId, _counter, _status) = (state.Name, state.CorrelationId, state.Counter, state.Status);
        (_input, Output, Variables, Properties) = (state.Input, state.Output, state.Variables, state.Properties);
        _bookmarks = [.. state.Bookmarks];
        _incidents = state.Incidents.ToBuilder();
        foreach (var run in state.Runs)
        {
            var node = definition.Nodes.GetValueOrDefault(run.Activity) ?? throw new ArgumentException(
                $"The state stands at activity '{run.Activity}', which the definition does not have; step it with the definition it began with.",
                nameof(state));
            _runs.Add(ActivityRun.Load(this, run, node, _runs.Find(candidate => candidate.Id == run.Parent)));
        }
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
    public string? Trigger { get; init; }

    public JsonElement LastResult { get; private set; }

    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    public JsonElement Input(string name) => _input.GetValueOrDefault(name);

    /// <summary>Input that came with this step: for good when the definition declares it, else for this burst.</summary>
    public void TakeInput(JsonObject input)
    {
        foreach (var (name, value) in input) _input = _input.With(name, Values.Of(value));
    }

    public IEnumerable<ActivityRun> Inside(ActivityRun run) => _runs.Where(candidate => candidate.Parent == run);

    public IEnumerable<ActivityNode> QueuedInside(ActivityRun run) =>
        _queue.Where(item => item.Parent == run).Select(item => item.Node);

    public ActivityRun? FindRun(int id) => _runs.Find(run => run.Id == id);

    public void Schedule(ActivityNode node, ActivityRun? parent, string port) => _queue.Enqueue((node, parent, port));

    public void Drain()
    {
        for (var started = 0; _queue.TryDequeue(out var item); started++)
        {
            if (item.Parent is { HasEnded: true }) continue;
            var run = Begin(item.Node, item.Parent, item.Port);
            if (started >= RunsMax)
            {
                Fault(run, $"More than {RunsMax} activities ran in one step; the definition seems to loop without waiting.");
                _queue.Clear();
                return;
            }

            Guard(run, () => Execute(run));
        }
    }

    /// <summary>Lets an activity work; what it cannot do becomes an incident.</summary>
    public void Guard(ActivityRun run, Action work, ActivityRun? completed = null, ImmutableArray<string> outcomes = default)
    {
        try
        {
            work();
        }
        catch (ActivityFault fault)
        {
            var after = completed is null ? null : new Completion(completed.Node.Id, completed.Port, outcomes);
            Fault(run, fault.Message, fault.Activity, after);
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
        foreach (var child in Inside(run).ToArray()) Cancel(child);
        Write(run, "Completed", outcomes);
        End(run);
        if (run.Parent is { } parent) Tell(parent, run, outcomes);
        else _status = InstanceStatus.Finished;
    }

    public void Cancel(ActivityRun run)
    {
        foreach (var child in Inside(run).ToArray()) Cancel(child);
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
        foreach (var run in _runs.ToArray()) End(run);
    }

    /// <summary>The run that began with the instance: the whole workflow.</summary>
    public ActivityRun? Root => _runs.Find(run => run.Parent is null);

    public Bookmark Wait(
        ActivityRun run, ImmutableSortedDictionary<string, string> terms, ImmutableSortedDictionary<string, Due> dues)
    {
        var id = (++_counter).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var bookmark = new Bookmark(id, run.Id, run.Node.Id, run.Node.Type, run.Node.DisplayText, terms, dues);
        _bookmarks.Add(bookmark);
        Write(run, "Suspended", []);
        return bookmark;
    }

    public void Burn(Bookmark bookmark) => _bookmarks.RemoveAll(candidate => candidate.Id == bookmark.Id);

    public void Replace(Bookmark bookmark) => _bookmarks[_bookmarks.FindIndex(other => other.Id == bookmark.Id)] = bookmark;

    public void Request(string name, string activity, JsonObject arguments, Bookmark? bookmark) =>
        _requests.Add(new ProcessRequest(name, Instance, activity, bookmark is null ? null : $"{Instance}/{bookmark.Id}", arguments));

    public void Write(ActivityRun run, string happened, ImmutableArray<string> outcomes, string? message = null) =>
        _journal.Add(new JournalEntry(run.Node.Id, run.Id, happened, outcomes, message));

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
        var declared = Definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var failed = _incidents.Count > 0 && !Definition.ContinuesWithIncidents;
        var state = new InstanceState
        {
            Status = failed ? InstanceStatus.Faulted : _status,
            Counter = _counter,
            Name = Name,
            CorrelationId = CorrelationId,
            Input = _input.RemoveRange(_input.Keys.Where(name => !declared.Contains(name))),
            Output = Output,
            Variables = Variables,
            Properties = Properties,
            Runs = [.. _runs.Select(run => run.Save())],
            Bookmarks = [.. _bookmarks],
            Incidents = _incidents.ToImmutable(),
        };
        return new StepResult(state, _journal, _requests);
    }

    private ActivityRun Begin(ActivityNode node, ActivityRun? parent, string port)
    {
        var run = new ActivityRun(this, ++_counter, node, parent, port) { Variables = Defaults(node.Variables) };
        _runs.Add(run);
        Write(run, "Started", []);
        return run;
    }

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
        _runs.Remove(run);
        _bookmarks.RemoveAll(bookmark => bookmark.Run == run.Id);
    }
}
