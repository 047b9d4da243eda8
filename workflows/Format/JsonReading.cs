using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Reads members that may be missing, of elements that may be no objects: definitions come from people.</summary>
internal static class JsonReading
{
    public static JsonElement Get(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? value : default;

    public static string Text(this JsonElement element, string property) =>
        element.Get(property) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static bool Flag(this JsonElement element, string property) =>
        element.Get(property).ValueKind == JsonValueKind.True;

    /// <summary>The items of a list in any form that Elsa has written: an array, <c>{"$values": []}</c>, or a single object.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string property)
    {
        var list = element.Get(property);
        if (list.ValueKind == JsonValueKind.Object) list = list.TryGetProperty("$values", out var values) ? values : list;
        return list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray(),
            JsonValueKind.Object => [list],
            _ => [],
        };
    }
}
