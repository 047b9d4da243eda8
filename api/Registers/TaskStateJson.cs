using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The state of a task between two batches. Private to this program: another shape of the domain reads it never.</summary>
internal static class TaskStateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new MachineStateLeftOut() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(SupervisedTask task) => JsonSerializer.SerializeToUtf8Bytes(task, Options);

    public static SupervisedTask Read(byte[] json) => JsonSerializer.Deserialize<SupervisedTask>(json, Options)!;

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
