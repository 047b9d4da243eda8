using System.Collections.Frozen;
using System.Text.Json;

namespace Supervision.Workflows.Expressions;

/// <summary>The languages in which a definition may write an input. One that is missing here is refused at publishing.</summary>
internal static class ExpressionLanguages
{
    private static readonly FrozenDictionary<string, Func<JsonElement, ActivityRun, JsonElement>> ByName =
        new Dictionary<string, Func<JsonElement, ActivityRun, JsonElement>>
        {
            ["Literal"] = (value, _) => value,
            // Elsa keeps JSON as text until something asks for its parts; scripts see a string.
            ["Object"] = (value, _) => value,
            ["Json"] = (value, _) => value,
            ["Variable"] = (value, run) => Scope.Get(run, Reference(value).Text("id")),
            ["Input"] = (value, run) => run.Input(Reference(value).Text("name")),
            ["JavaScript"] = (value, run) => Script.Evaluate(ValueTypes.ToText(value) ?? "", run),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(string language) => ByName.ContainsKey(language);

    /// <summary>What is wrong with the grammar of an expression; null when nothing is.</summary>
    public static string? Check(Expression expression) => (expression.Kind, expression.Value.ValueKind) switch
    {
        ("JavaScript", JsonValueKind.String) => Script.Check(expression.Value.GetString()!),
        _ => null,
    };

    public static JsonElement Evaluate(Expression expression, ActivityRun run) =>
        ByName.TryGetValue(expression.Kind, out var evaluate)
            ? evaluate(expression.Value, run)
            : throw new ActivityFault($"Expressions in '{expression.Kind}' are not supported here; use JavaScript or a literal.");

    // A variable or an input stands there as an object, or as the JSON text of one.
    private static JsonElement Reference(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? ValueTypes.TryParse(value.GetString()!) ?? value : value;
}
