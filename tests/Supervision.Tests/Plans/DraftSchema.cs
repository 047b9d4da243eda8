using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Supervision.Tests.Plans;

/// <summary>
/// Checks a printed draft against <c>draft.schema.json</c>, read from its file so that the two cannot part. Only the
/// words which that schema uses are understood; any other makes the check fail.
/// </summary>
internal static class DraftSchema
{
    private static readonly string[] Understood =
        ["$schema", "$defs", "$ref", "title", "description", "type", "format", "required", "properties", "items", "enum"];

    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(SchemaFile())).RootElement;

    public static IReadOnlyList<string> Problems(string json) =>
        [.. Check(JsonDocument.Parse(json).RootElement, Root, "$")];

    private static IEnumerable<string> Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Check(value, Root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), at);

        return schema.EnumerateObject().SelectMany(rule => rule.Name switch
        {
            "type" => Names(rule.Value).Any(type => IsOf(value, type)) ? [] : [$"{at} is {value.ValueKind}"],
            "enum" => rule.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value))
                ? [] : [$"{at} is {value}"],
            "format" => value.ValueKind == JsonValueKind.Null || IsDate(value) ? [] : [$"{at} is no date: {value}"],
            "required" => Names(rule.Value).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at} lacks {name}"),
            "properties" => Properties(value, rule.Value, at),
            "items" => Elements(value, rule.Value, at),
            var name => Understood.Contains(name) ? [] : [$"the schema says {name}, which this check does not understand"],
        });
    }

    private static IEnumerable<string> Properties(JsonElement value, JsonElement properties, string at) =>
        value.ValueKind != JsonValueKind.Object ? [] : properties.EnumerateObject().SelectMany(property =>
            value.TryGetProperty(property.Name, out var part) ? Check(part, property.Value, $"{at}.{property.Name}") : []);

    private static IEnumerable<string> Elements(JsonElement value, JsonElement schema, string at) =>
        value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray()
            .SelectMany((element, index) => Check(element, schema, $"{at}[{index}]"));

    private static bool IsOf(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };

    private static bool IsDate(JsonElement value) => DateOnly.TryParseExact(
        value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<string> Names(JsonElement names) =>
        names.ValueKind == JsonValueKind.Array ? names.EnumerateArray().Select(name => name.GetString()!) : [names.GetString()!];

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "draft.schema.json");
}
