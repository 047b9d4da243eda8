using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>An expression of a definition: its language and its source.</summary>
/// <param name="Kind">Elsa's name of the language: Literal, Object, Variable, Input, JavaScript.</param>
public sealed record Expression(string Kind, JsonElement Value)
{
    public static Expression Literal(JsonElement value) => new("Literal", value);
}
