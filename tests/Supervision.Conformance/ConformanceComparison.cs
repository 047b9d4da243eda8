using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Conformance;

/// <summary>Compares what our machine did with what was recorded. Level 1 is what a process means; level 2 is also the order in which activities ran.</summary>
public static class ConformanceComparison
{
    public static IReadOnlyList<string> Differences(JsonArray expected, JsonArray actual, int level)
    {
        var differences = new List<string>();
        if (expected.Count != actual.Count) differences.Add($"{expected.Count} steps expected, {actual.Count} played");
        foreach (var (step, (wanted, got)) in expected.Zip(actual).Index())
        {
            string[] plain = ["accepted", "status", "subStatus"];
            string[] deep = (bool)wanted!["accepted"]! ? ["variables", "output", "correlationId", "name"] : [];
            foreach (var field in plain.Concat(deep))
                if (!AreEqual(wanted[field], got![field])) Note(field, wanted[field], got[field]);
            if (!AreEqualSets(wanted["bookmarks"], got!["bookmarks"])) Note("bookmarks", wanted["bookmarks"], got["bookmarks"]);
            if (deep.Length == 0) continue;
            if (!AreEqualSets(Activities(wanted["incidents"]), Activities(got["incidents"]))) Note("incidents", wanted["incidents"], got["incidents"]);
            if (level >= 2 && wanted["trace"] is JsonArray trace && !IsSameJournal(trace, got["trace"]!.AsArray()))
                differences.Add($"step {step}: trace\n  expected {Normal(trace)}\n  got      {Normal(got["trace"]!.AsArray())}");
            if (level >= 2 && wanted["traceSummary"] is { } summary && !AreEqual(summary["counts"], got["traceSummary"]?["counts"]))
                Note("traceSummary", summary["counts"], got["traceSummary"]?["counts"]);

            void Note(string field, JsonNode? want, JsonNode? have) =>
                differences.Add($"step {step}: {field} expected {want?.ToJsonString() ?? "nothing"} got {have?.ToJsonString() ?? "nothing"}");
        }

        return differences;
    }

    /// <summary>Whether two steps ran the same activities in the same order.</summary>
    public static bool IsSameJournal(JsonObject expected, JsonObject actual) =>
        IsSameJournal(expected["trace"] as JsonArray ?? [], actual["trace"] as JsonArray ?? []);

    public static bool IsSameJournal(JsonArray expected, JsonArray actual) => Normal(expected) == Normal(actual);

    private static JsonArray Activities(JsonNode? incidents) => new([.. (incidents as JsonArray ?? [])
        .Select(incident => new JsonObject { ["activityId"] = incident!["activityId"]?.DeepClone() })]);

    private static string Normal(JsonArray trace)
    {
        var lines = trace.Where(line => !((string)line!["activityId"]!).StartsWith('$')).Select(line =>
        {
            var outcomes = line!["outcomes"] is JsonArray { Count: > 0 } list ? string.Join(',', list) : "Done";
            var happened = (string)line["event"]! is "Resumed" ? "Started" : (string)line["event"]!;
            return $"{line["activityId"]}:{happened}{(happened == "Completed" ? $"[{outcomes}]" : "")}";
        });
        // The order of cancellations among themselves says nothing.
        var sorted = new List<string>();
        var cancelled = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Append(""))
        {
            if (line.EndsWith(":Canceled", StringComparison.Ordinal))
            {
                cancelled.Add(line);
                continue;
            }

            sorted.AddRange(cancelled);
            cancelled.Clear();
            sorted.Add(line);
        }

        return string.Join(' ', sorted);
    }

    private static bool AreEqualSets(JsonNode? expected, JsonNode? actual)
    {
        var left = (actual as JsonArray ?? []).ToList();
        foreach (var item in expected as JsonArray ?? [])
        {
            var at = left.FindIndex(candidate => AreEqual(item, candidate));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return left.Count == 0;
    }

    private static bool AreEqual(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonValue wild, _) when wild.ToString() is var text && (text.Contains("<nondeterministic>") || text.Contains("<generated-id>")) => true,
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .All(key => AreEqual(left[key], right[key])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => AreEqual(pair.First, pair.Second)),
        ({ } left, { } right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(left.GetValue<double>() - right.GetValue<double>()) <= 1e-12 * Math.Max(1, Math.Abs(left.GetValue<double>())),
        _ => JsonNode.DeepEquals(expected, actual),
    };
}
