using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>Writes and reads the state of an instance. The same state gives the same bytes; what is empty is left out.</summary>
public static class InstanceStateJson
{
    /// <summary>Raised when a state is written that an older reader would misread.</summary>
    public const int FormatVersion = 1;

    // Chinese text stays readable in the ledger; the bytes are never put into HTML as they are.
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(InstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(state, writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static JsonElement ToElement(InstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(state, writer);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static InstanceState Read(ReadOnlyMemory<byte> json) => InstanceStateReader.Read(JsonElement.Parse(json.Span));

    public static InstanceState Read(JsonElement json) => InstanceStateReader.Read(json);

    public static void Write(InstanceState state, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("v", FormatVersion);
        writer.WriteString("status", state.Status.ToString());
        writer.WriteNumber("counter", state.Counter);
        if (state.Name is not null) writer.WriteString("name", state.Name);
        if (state.CorrelationId is not null) writer.WriteString("correlation", state.CorrelationId);
        WriteValues(writer, "input", state.Input);
        WriteValues(writer, "output", state.Output);
        WriteValues(writer, "variables", state.Variables);
        WriteValues(writer, "properties", state.Properties);
        WriteList(writer, "runs", state.Runs, WriteRun);
        WriteList(writer, "bookmarks", state.Bookmarks, WriteBookmark);
        WriteList(writer, "incidents", state.Incidents, WriteIncident);
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, RunState run)
    {
        writer.WriteNumber("id", run.Id);
        writer.WriteString("of", run.Activity);
        if (run.Parent != 0) writer.WriteNumber("in", run.Parent);
        if (run.IsFaulted) writer.WriteBoolean("faulted", value: true);
        if (run.IsQueued) writer.WriteBoolean("queued", value: true);
        if (run.Index != 0) writer.WriteNumber("index", run.Index);
        if (!run.Marks.IsEmpty)
        {
            writer.WriteStartArray("marks");
            foreach (var mark in run.Marks) writer.WriteStringValue(mark);
            writer.WriteEndArray();
        }

        WriteValues(writer, "kept", run.Kept);
        WriteValues(writer, "variables", run.Variables);
    }

    private static void WriteBookmark(Utf8JsonWriter writer, Bookmark bookmark)
    {
        writer.WriteString("id", bookmark.Id);
        writer.WriteNumber("run", bookmark.Run);
        writer.WriteString("of", bookmark.Activity);
        writer.WriteString("kind", bookmark.Kind);
        writer.WriteString("name", bookmark.Name);
        if (!bookmark.Terms.IsEmpty)
        {
            writer.WriteStartObject("terms");
            foreach (var (name, value) in bookmark.Terms) writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        if (bookmark.Dues.IsEmpty) return;
        writer.WriteStartObject("dues");
        foreach (var (name, due) in bookmark.Dues)
        {
            writer.WriteStartObject(name);
            writer.WriteString("at", due.At);
            if (due.Day is { } day) writer.WriteString("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteIncident(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteString("of", incident.Activity);
        writer.WriteString("message", incident.Message);
        writer.WriteString("at", incident.At);
        if (incident.Run != 0) writer.WriteNumber("run", incident.Run);
        if (incident.After is not { } after) return;
        writer.WriteStartObject("after");
        writer.WriteString("of", after.Activity);
        writer.WriteStartArray("outcomes");
        foreach (var outcome in after.Outcomes) writer.WriteStringValue(outcome);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, string property, ImmutableSortedDictionary<string, JsonElement> values)
    {
        if (values.IsEmpty) return;
        writer.WriteStartObject(property);
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteList<T>(
        Utf8JsonWriter writer, string property, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty) return;
        writer.WriteStartArray(property);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
