using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>One sequence of bytes for one content: members sorted, no white space, without what only a server's bookkeeping changes.</summary>
internal static class CanonicalJson
{
    /// <summary>As people read it: Chinese stays Chinese.</summary>
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Publishing a version and listing it differently must not change its content hash.
    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal) { "$schema", "isLatest", "isPublished", "links" };

    // Follows from where the activity stands; servers compute it again.
    private const string NodeId = "nodeId";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an object is in a definition decides which of its members count.</summary>
    private enum Place
    {
        Definition,
        Activity,
        Case,
        Value,
    }

    public static byte[] Write(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, root, Place.Definition);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Place place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    if (IsLeftOut(member.Name, place)) continue;
                    writer.WritePropertyName(member.Name);
                    WriteMember(writer, member, place);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, place);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsLeftOut(string member, Place place) =>
        place == Place.Definition ? Bookkeeping.Contains(member) : place == Place.Activity && member == NodeId;

    // An array hands its own place on to its items; what is then no activity has no node id either.
    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member, Place place) => Write(writer, member.Value, place switch
    {
        Place.Definition when member.Name == "root" => Place.Activity,
        Place.Activity when ActivityReader.IsList(member.Name) => Place.Activity,
        Place.Activity when member.Name == "$values" => Place.Activity,
        Place.Activity when member.Name == "cases" => Place.Case,
        Place.Activity when !ActivityReader.IsReserved(member.Name) && ActivityReader.IsActivity(member.Value) => Place.Activity,
        Place.Case when member.Name == "activity" && ActivityReader.IsActivity(member.Value) => Place.Activity,
        Place.Case when member.Name == "$values" => Place.Case,
        _ => Place.Value,
    });
}
