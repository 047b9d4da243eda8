using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Checks;

/// <summary>What an input is for certain; a script's value is known only when it runs.</summary>
internal static class Literals
{
    public static bool IsJsonText(Expression expression) => expression.Kind is "Object" or "Json";

    /// <summary>The text of a literal; null when it is none.</summary>
    public static string? Text(Expression expression) => expression.Kind == "Literal" ? ValueTypes.ToText(expression.Value) : null;

    public static string? Text(ActivityNode node, string input) =>
        node.Inputs.TryGetValue(input, out var expression) ? Text(expression) : null;

    /// <summary>The words of a list that is written out; null when it is computed. A missing list is empty.</summary>
    public static IReadOnlyList<string>? Words(ActivityNode node, string input) =>
        !node.Inputs.TryGetValue(input, out var expression)
            ? node.Find(input) is { ValueKind: System.Text.Json.JsonValueKind.Array } plain ? ValueTypes.ToWords(plain) : []
            : expression.Kind == "Literal" || IsJsonText(expression) ? ValueTypes.ToWords(expression.Value) : null;
}
