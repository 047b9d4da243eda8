using System.Globalization;
using System.Text.Json;
using DotLiquid;
using DotLiquid.Exceptions;

namespace Supervision.Workflows.Expressions;

/// <summary>A Liquid template of a definition, parsed once: <c>{{ Variables.X }}</c>, <c>{{ Input.X }}</c>. Its value is text.</summary>
/// <remarks>It sees copies of values and nothing else; it cannot include other templates. Bounded in loops, time and length.</remarks>
internal sealed class LiquidTemplate
{
    public const int IterationsMax = 10_000;
    public const int LengthMax = 200_000;
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(2);

    private readonly Template _template;

    static LiquidTemplate() => Template.RegisterTag<BoundedCapture>("capture");

    private LiquidTemplate(string source)
    {
        _template = Template.Parse(source, SyntaxCompatibility.DotLiquid22a);
        _template.MakeThreadSafe();
    }

    public static JsonElement Evaluate(string source, ActivityRun run)
    {
        try
        {
            var template = run.Definition.Templates.GetOrAdd(source, text => new LiquidTemplate(text));
            return Values.Of(template.Render(run));
        }
        catch (System.Exception fault) when (fault is LiquidException or RenderException or OperationCanceledException or FormatException or OverflowException
            or InvalidCastException or System.ArgumentException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            throw new ActivityFault(fault.Message);
        }
    }

    /// <summary>What is wrong with a template's grammar; null when nothing is.</summary>
    public static string? Check(string source)
    {
        try
        {
            _ = new LiquidTemplate(source);
            return null;
        }
        catch (System.Exception fault) when (fault is LiquidException or FormatException or System.ArgumentException)
        {
            return fault.Message;
        }
    }

    private string Render(ActivityRun run)
    {
        using var time = new CancellationTokenSource(TimeMax);
        using var text = new BoundedText(LengthMax);
        _template.Render(text, new RenderParameters(CultureInfo.InvariantCulture) { Context = Context(run, time.Token) });
        return text.ToString();
    }

    private static Context Context(ActivityRun run, CancellationToken time)
    {
        var registers = new Hash { [LiquidFilters.Now] = run.Burst.Context.Now.ToOffset(ValueTypes.OfficeOffset).DateTime };
        var context = new Context(
            [Seen(run)], new Hash(), registers, ErrorsOutputMode.Rethrow, IterationsMax, CultureInfo.InvariantCulture, time);
        context.AddFilters(typeof(LiquidFilters));
        return context;
    }

    private static Hash Seen(ActivityRun run)
    {
        var variables = new Hash();
        foreach (var variable in Scope.InSight(run))
            if (!variables.ContainsKey(variable.Name)) variables[variable.Name] = Show(Scope.Get(run, variable.Id));
        var input = new Hash();
        foreach (var argument in run.Definition.Inputs) input[argument.Name] = Show(run.Input(argument.Name));
        return new Hash
        {
            ["Variables"] = variables,
            ["Input"] = input,
            ["CorrelationId"] = run.Burst.CorrelationId,
            ["WorkflowInstanceId"] = run.Burst.Instance,
            ["WorkflowInstanceName"] = run.Burst.Name,
            ["WorkflowDefinitionId"] = run.Definition.DefinitionId,
        };
    }

    private static object? Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.TryGetDecimal(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Show).ToList(),
        JsonValueKind.Object => Hash.FromDictionary(value.EnumerateObject().ToDictionary(member => member.Name, member => Show(member.Value)!)),
        _ => null,
    };
}
