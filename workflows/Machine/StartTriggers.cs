using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Supervision.Triggers;
using Supervision.Workflows.Activities;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>What starts a definition by itself: its activities that may, with their inputs evaluated. Pure.</summary>
public static class StartTriggers
{
    /// <summary>The input in which the started instance is given an event's payload.</summary>
    public const string PayloadInput = Event.PayloadInput;

    /// <summary>A timer that starts instances faster is a mistake.</summary>
    public static readonly TimeSpan IntervalMin = TimeSpan.FromSeconds(1);

    private static readonly FrozenDictionary<string, (string Kind, string Input)> Kinds = new Dictionary<string, (string, string)>
    {
        [Event.TypeName] = (TriggerKinds.Event, Event.EventName),
        [Activities.Timer.TypeName] = (TriggerKinds.Timer, "interval"),
        [Cron.TypeName] = (TriggerKinds.Cron, Cron.Expression),
        [StartAt.TypeName] = (TriggerKinds.StartAt, "dateTime"),
    }.ToFrozenDictionary();

    /// <summary>What starts a definition. One whose input has no usable value any more is left out: publishing has refused it as it was then.</summary>
    /// <param name="now">The instant for which inputs are evaluated.</param>
    public static IReadOnlyList<StartTrigger> Of(WorkflowDefinition definition, DateTimeOffset now, IBusinessTime calendar) =>
        [.. Read(definition, now, calendar).Select(read => read.Trigger).OfType<StartTrigger>()];

    /// <summary>The triggers whose inputs, evaluated, have no value that a trigger can use, and why.</summary>
    public static IReadOnlyList<(ActivityNode Node, string Why)> Unfit(WorkflowDefinition definition, DateTimeOffset now, IBusinessTime calendar) =>
        [.. Read(definition, now, calendar).Where(read => read.Trigger is null).Select(read => (read.Node, read.Why))];

    private static IEnumerable<(ActivityNode Node, StartTrigger? Trigger, string Why)> Read(
        WorkflowDefinition definition, DateTimeOffset now, IBusinessTime calendar)
    {
        var context = new StepContext(now, calendar, new Dictionary<string, DateOnly>(), $"{definition.Hash}:triggers");
        return Among(definition.Nodes.Values).Select(node => Read(definition, node, context));
    }

    /// <summary>Those of some activities that may start an instance.</summary>
    internal static IEnumerable<ActivityNode> Among(IEnumerable<ActivityNode> nodes) =>
        nodes.Where(IsTrigger).OrderBy(node => node.Id, StringComparer.Ordinal);

    /// <summary>What publishing refuses: a literal that no trigger can use.</summary>
    internal static IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        if (!IsTrigger(node)) yield break;
        var (kind, input) = Kinds[node.Type];
        if (node.Inputs.TryGetValue(input, out var expression) && expression.Kind != "Literal") yield break;
        if (WhyUnfit(kind, expression?.Value ?? default) is { } why)
            yield return new($".{input}", $"启动触发器的设置无效：{why}", $"The start trigger cannot be set: {why}");
    }

    private static bool IsTrigger(ActivityNode node) => node.CanStartWorkflow && Kinds.ContainsKey(node.Type);

    private static (ActivityNode Node, StartTrigger? Trigger, string Why) Read(WorkflowDefinition definition, ActivityNode node, StepContext context)
    {
        var (kind, input) = Kinds[node.Type];
        try
        {
            var blank = new InstanceState { Variables = Burst.Defaults(definition.Variables) };
            var run = new ActivityRun(new Burst(definition, definition.DefinitionId, blank, context), 0, node, parent: null);
            return (node, new StartTrigger(node.Id, kind, Text(kind, run.Evaluate(input))), "");
        }
        catch (ActivityFault fault)
        {
            return (node, null, fault.Message);
        }
    }

    private static string? WhyUnfit(string kind, JsonElement value)
    {
        try
        {
            Text(kind, value);
            return null;
        }
        catch (ActivityFault fault)
        {
            return fault.Message;
        }
    }

    private static string Text(string kind, JsonElement value) => kind switch
    {
        TriggerKinds.Timer => Interval(value).ToString("c", CultureInfo.InvariantCulture),
        TriggerKinds.StartAt => ValueTypes.ToInstant(value).ToString("O", CultureInfo.InvariantCulture),
        TriggerKinds.Cron => Comes(ValueTypes.ToText(value) ?? ""),
        _ => ValueTypes.ToText(value) is { Length: > 0 } name ? name : throw new ActivityFault("it names no event."),
    };

    private static TimeSpan Interval(JsonElement value) => ValueTypes.ToTimeSpan(value) is var interval && interval >= IntervalMin
        ? interval
        : throw new ActivityFault($"'{interval}' is shorter than {IntervalMin.TotalSeconds} second.");

    private static string Comes(string expression) => CronTimes.Next(expression, DateTimeOffset.UnixEpoch) is null
        ? throw new ActivityFault($"'{expression}' never comes.")
        : expression;
}
