using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Api.Registers;

/// <summary>Tasks and parts of plans between two batches. Private to this program: another shape of the domain reads it never.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new MachineStateLeftOut() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write<TState>(TState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static TState Read<TState>(byte[] json) => JsonSerializer.Deserialize<TState>(json, Options)!;

    // The machine's state is the bulk of a process and says nothing to a register: its waits do.
    private sealed class MachineStateLeftOut : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return default;
        }

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) =>
            writer.WriteNullValue();
    }
}
