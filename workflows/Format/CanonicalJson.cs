using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>One sequence of bytes for one content: members sorted, no white space, without what only a server's bookkeeping changes.</summary>
internal static class CanonicalJson
{
    // Publishing a version and listing it differently must not change its content hash.
    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal) { "isLatest", "isPublished", "links" };

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, root, top: true);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, bool top)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    if (top && Bookkeeping.Contains(member.Name)) continue;
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, top: false);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item, top: false);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
