using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Supervision.Language;

/// <summary>A JSON value that we pass on and do not look into: plain JSON on the wire and in the ledger, text between actors.</summary>
/// <remarks>Without blanks, so that the same value is the same text however it was sent.</remarks>
[GenerateSerializer, Immutable, Alias("JsonText"), JsonConverter(typeof(JsonTextConverter))]
public readonly record struct JsonText([property: Id(0)] string Value)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonText Of(JsonElement element) => new(JsonSerializer.Serialize(element, Plain));

    /// <summary>Null for nothing and for a JSON null, which mean the same to a process.</summary>
    public static JsonText? Of(JsonNode? node) => node is null ? null : new(node.ToJsonString(Plain));

    public JsonNode? ToNode() => JsonNode.Parse(Value);

    public override string ToString() => Value;
}

/// <summary>Writes the value as it is, and reads any.</summary>
public sealed class JsonTextConverter : JsonConverter<JsonText>
{
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Of(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Value);
}
