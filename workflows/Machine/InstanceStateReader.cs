using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>The other half of <see cref="InstanceStateJson"/>. Values stay parts of the document they were read from; nothing is copied.</summary>
internal static class InstanceStateReader
{
    public static InstanceState Read(JsonElement json)
    {
        if (json.GetProperty("v").GetInt32() > InstanceStateJson.FormatVersion)
            throw new NotSupportedException("The state was written by a newer version of the machine; update this member first.");

        return new InstanceState
        {
            Status = Enum.Parse<InstanceStatus>(json.GetProperty("status").GetString()!),
            Counter = json.GetProperty("counter").GetInt32(),
            Name = json.Get("name").ValueKind == JsonValueKind.String ? json.Text("name") : null,
            CorrelationId = json.Get("correlation").ValueKind == JsonValueKind.String ? json.Text("correlation") : null,
            Input = ReadValues(json, "input"),
            Output = ReadValues(json, "output"),
            Variables = ReadValues(json, "variables"),
            Properties = ReadValues(json, "properties"),
            Runs = ReadList(json, "runs", ReadRun),
            Bookmarks = ReadList(json, "bookmarks", ReadBookmark),
            Incidents = ReadList(json, "incidents", ReadIncident),
        };
    }

    private static RunState ReadRun(JsonElement run) => new(
        run.GetProperty("id").GetInt32(),
        run.Text("of"),
        Number(run, "in"),
        run.Flag("faulted"),
        run.Flag("queued"),
        Number(run, "index"),
        Marks(run.Get("marks")),
        ReadValues(run, "kept"),
        ReadValues(run, "variables"));

    private static Bookmark ReadBookmark(JsonElement bookmark) => new(
        bookmark.Text("id"),
        bookmark.GetProperty("run").GetInt32(),
        bookmark.Text("of"),
        bookmark.Text("kind"),
        bookmark.Text("name"),
        ReadTerms(bookmark.Get("terms")),
        ReadDues(bookmark.Get("dues")));

    private static Incident ReadIncident(JsonElement incident) => new(
        incident.Text("of"), incident.Text("message"), incident.GetProperty("at").GetDateTimeOffset(), Number(incident, "run"),
        incident.Get("after") is { ValueKind: JsonValueKind.Object } after
            ? new Completion(after.Text("of"), [.. after.Items("outcomes").Select(outcome => outcome.GetString()!)])
            : null);

    private static ImmutableSortedSet<string> Marks(JsonElement marks) => marks.ValueKind == JsonValueKind.Array
        ? Values.NoMarks.Union(marks.EnumerateArray().Select(mark => mark.GetString()!))
        : Values.NoMarks;

    private static ImmutableSortedDictionary<string, string> ReadTerms(JsonElement terms)
    {
        if (terms.ValueKind != JsonValueKind.Object) return Values.NoTerms;
        var read = Values.NoTerms.ToBuilder();
        foreach (var term in terms.EnumerateObject()) read.Add(term.Name, term.Value.GetString()!);
        return read.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, Due> ReadDues(JsonElement dues)
    {
        if (dues.ValueKind != JsonValueKind.Object) return Values.NoDues;
        var read = Values.NoDues.ToBuilder();
        foreach (var due in dues.EnumerateObject())
        {
            var day = due.Value.Text("day");
            read.Add(due.Name, new Due(
                due.Value.GetProperty("at").GetDateTimeOffset(),
                day.Length > 0 ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null));
        }

        return read.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, JsonElement> ReadValues(JsonElement json, string property)
    {
        var values = json.Get(property);
        if (values.ValueKind != JsonValueKind.Object) return Values.None;
        var read = Values.None.ToBuilder();
        foreach (var value in values.EnumerateObject()) read.Add(value.Name, value.Value);
        return read.ToImmutable();
    }

    private static ImmutableArray<T> ReadList<T>(JsonElement json, string property, Func<JsonElement, T> read) =>
        json.Get(property) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(read)] : [];

    private static int Number(JsonElement json, string property) =>
        json.Get(property) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
}
