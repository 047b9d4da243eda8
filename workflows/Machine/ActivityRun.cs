using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>One run of an activity while a burst works on it: what an activity sees of the machine.</summary>
internal sealed class ActivityRun(Burst burst, int id, ActivityNode node, ActivityRun? parent)
{
    public const int WorkingDaysMax = 2_500; // ten years

    public Burst Burst => burst;

    public int Id => id;

    public ActivityNode Node => node;

    public ActivityRun? Parent => parent;

    public Activity? Activity { get; } = ActivityCatalogue.Find(node);

    /// <summary>The workflow that the activity is a part of: the instance's own, or one that stands in it as an activity.</summary>
    public WorkflowDefinition Definition { get; } = parent?.Node.Workflow ?? parent?.Definition ?? burst.Definition;

    public bool IsInnerWorkflow => node.Type == InnerWorkflow.TypeName;

    /// <summary>True once, when this activity starts the instance as its trigger. When the way leads back to it, it waits as any other.</summary>
    public bool StartsInstance() => Definition == burst.Definition && burst.TakeTrigger(node.Id);

    /// <summary>The run of the activity that this run's workflow stands for; null in the instance's own workflow.</summary>
    public ActivityRun? UsedAsActivity { get; } = parent?.Node.Workflow is not null ? parent : parent?.UsedAsActivity;

    /// <summary>The variables that this run holds: its own, and what the container gives it.</summary>
    public ImmutableArray<VariableDefinition> Declared { get; } =
        parent?.Activity?.GivenInside is { IsEmpty: false } given ? [.. node.Variables, .. given] : node.Variables;

    /// <summary>What runs inside, in the order in which it began.</summary>
    public List<ActivityRun> Inside { get; } = [];

    public int Index { get; set; }

    public ImmutableSortedSet<string> Marks { get; set; } = Values.NoMarks;

    public ImmutableSortedDictionary<string, JsonElement> Kept { get; set; } = Values.None;

    public ImmutableSortedDictionary<string, JsonElement> Variables { get; set; } = Values.None;

    public bool IsFaulted { get; set; }

    public bool HasEnded { get; set; }

    public static ActivityRun Load(Burst burst, RunState state, ActivityNode node, ActivityRun? parent) =>
        new(burst, state.Id, node, parent)
        {
            Index = state.Index,
            Marks = state.Marks,
            Kept = state.Kept,
            Variables = state.Variables,
            IsFaulted = state.IsFaulted,
        };

    public RunState Save() => new(id, node.Id, parent?.Id ?? 0, IsFaulted, IsQueued: false, Index, Marks, Kept, Variables);

    public void Complete(params ImmutableArray<string> outcomes) => burst.Complete(this, outcomes);

    /// <summary>Puts an activity inside this one into the queue.</summary>
    public void Schedule(ActivityNode child) => burst.Schedule(child, this, Values.None);

    /// <summary>Puts it into the queue with the variables that this container gives it.</summary>
    public void Schedule(ActivityNode child, ImmutableSortedDictionary<string, JsonElement> given) => burst.Schedule(child, this, given);

    /// <summary>Waits here. The run goes on when the bookmark is answered or its time comes.</summary>
    public Bookmark Wait(
        ImmutableSortedDictionary<string, string> terms, ImmutableSortedDictionary<string, Due>? dues = null) =>
        burst.Wait(this, terms, dues ?? Values.NoDues);

    public void Request(string name, JsonObject arguments, Bookmark? bookmark = null) =>
        burst.Request(name, node.Id, arguments, bookmark);

    /// <summary>An input of the workflow around this run; what that does not declare is looked for in the instance's.</summary>
    public JsonElement Input(string name) => UsedAsActivity is { } user && Definition.Inputs.Any(declared => declared.Name == name)
        ? user.Kept.GetValueOrDefault(name)
        : burst.Input(name);

    /// <summary>Elsa writes the names of inputs and outputs with a small first letter.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Gives an output its value: for the variable that the definition names, and for scripts of this burst.</summary>
    public void SetOutput(string name, JsonElement value)
    {
        burst.RememberOutput(node, name, value);
        if (node.Outputs.TryGetValue(name, out var variable)) Scope.Set(this, variable, value);
    }

    /// <summary>The value of an input, from the definition or from its default; null when there is neither.</summary>
    public JsonElement Evaluate(string input)
    {
        if (node.Inputs.TryGetValue(input, out var expression)) return Evaluate(expression, input);
        return Activity?.Descriptor.Find(input)?.Default is { } text ? Values.Of(text) : Values.Null;
    }

    public JsonElement Evaluate(Expression expression, string input)
    {
        try
        {
            return ExpressionLanguages.Evaluate(expression, this);
        }
        catch (ActivityFault fault)
        {
            throw new ActivityFault($"Failed to evaluate activity input '{input}': {fault.Message}");
        }
    }

    public string Text(string input) => ValueTypes.ToText(Evaluate(input)) ?? "";

    public bool Flag(string input) => ValueTypes.ToFlag(Evaluate(input));

    public int? WholeNumber(string input)
    {
        var value = Evaluate(input);
        if (value.IsNull() || ValueTypes.ToText(value) is "") return null;
        return ValueTypes.ToWholeNumber(value)
            ?? throw new ActivityFault($"Input '{input}' is {value.GetRawText()}, which is no whole number.");
    }

    /// <summary>A number of working days, bounded so that no calendar runs out.</summary>
    public int? WorkingDays(string input) => WholeNumber(input) is not { } days ? null
        : Math.Abs(days) <= WorkingDaysMax ? days
        : throw new ActivityFault($"Input '{input}' is {days}; at most {WorkingDaysMax} working days can be counted.");

    /// <summary>A list of words: an array, JSON text of one, or a single word.</summary>
    public ImmutableArray<string> Words(string input) => ValueTypes.ToWords(Evaluate(input));
}
