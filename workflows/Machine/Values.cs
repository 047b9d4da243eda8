using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Workflows;

/// <summary>The machine's values are JSON, immutable. Undefined and null are the same to it.</summary>
internal static class Values
{
    public static readonly ImmutableSortedDictionary<string, JsonElement> None =
        ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, string> NoTerms =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, Due> NoDues =
        ImmutableSortedDictionary.Create<string, Due>(StringComparer.Ordinal);

    public static readonly ImmutableSortedSet<string> NoMarks = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly JsonElement Null = JsonElement.Parse("null"u8);
    public static readonly JsonElement True = JsonElement.Parse("true"u8);
    public static readonly JsonElement False = JsonElement.Parse("false"u8);

    public static JsonElement Of(bool value) => value ? True : False;

    public static JsonElement Of(string? value) => value is null ? Null : Write(writer => writer.WriteStringValue(value));

    public static JsonElement Of(long value) => Write(writer => writer.WriteNumberValue(value));

    public static JsonElement Of(decimal value) => Write(writer => writer.WriteNumberValue(value));

    public static JsonElement Of(double value) =>
        double.IsFinite(value) ? Write(writer => writer.WriteNumberValue(value)) : Null;

    public static JsonElement Of(JsonNode? value) =>
        value is null ? Null : Write(writer => value.WriteTo(writer));

    public static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer, InstanceStateJson.Options)) write(writer);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static bool IsNull(this JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public static JsonNode? ToNode(this JsonElement value) => value.IsNull() ? null : JsonNode.Parse(value.GetRawText());

    /// <summary>Sets a value, or removes the name when it is null: absent is null.</summary>
    public static ImmutableSortedDictionary<string, JsonElement> With(
        this ImmutableSortedDictionary<string, JsonElement> values, string name, JsonElement value) =>
        value.IsNull() ? values.Remove(name) : values.SetItem(name, value);
}
