using System.Text.Json.Nodes;
using Supervision.Evaluations;
using Supervision.Language;

namespace Supervision.Schemes;

/// <summary>One place where two contents of a scheme differ.</summary>
/// <param name="Place">Such as <c>groups/counties/weights/growth</c>; parts of a list by their codes.</param>
/// <param name="Before">As JSON; null where it was not there.</param>
/// <param name="After">As JSON; null where it is not there any more.</param>
[GenerateSerializer, Immutable, Alias("SchemeChange")]
public sealed record SchemeChange(
    [property: Id(0)] string Place, [property: Id(1)] JsonText? Before, [property: Id(2)] JsonText? After);

/// <summary>What a change of a scheme changes. Pure.</summary>
public static class SchemeComparison
{
    /// <returns>In order of the places; a part that came or went whole is one change, and so is another order of the same parts.</returns>
    public static IReadOnlyList<SchemeChange> Of(EvaluationScheme before, EvaluationScheme after) =>
        [.. Of("", before.Write().ToNode(), after.Write().ToNode())];

    private static IEnumerable<SchemeChange> Of(string place, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject a, JsonObject b) => Members(place, a, b),
        (JsonArray a, JsonArray b) when AreCoded(a) && AreCoded(b) => Parts(place, a, b),
        _ when JsonNode.DeepEquals(before, after) => [],
        _ => [new SchemeChange(place, JsonText.Of(before), JsonText.Of(after))],
    };

    private static IEnumerable<SchemeChange> Members(string place, JsonObject before, JsonObject after) =>
        before.Select(member => member.Key).Union(after.Select(member => member.Key)).Order(StringComparer.Ordinal)
            .SelectMany(name => Of(place.Length == 0 ? name : $"{place}/{name}", before[name], after[name]));

    private static IEnumerable<SchemeChange> Parts(string place, JsonArray before, JsonArray after)
    {
        string[] was = [.. before.Select(CodeOf)!], now = [.. after.Select(CodeOf)!];
        foreach (var code in was.Union(now))
        {
            foreach (var change in Of($"{place}/{code}", Find(before, code), Find(after, code))) yield return change;
        }

        string[] stayed = [.. was.Where(now.Contains)];
        if (!stayed.SequenceEqual(now.Where(was.Contains)))
            yield return new SchemeChange($"{place}/order", OrderOf(was), OrderOf(now));
    }

    // Sections, measures, indicators, grades and groups have a code, a quota its grade. Twice the same code is compared as it stands.
    private static bool AreCoded(JsonArray parts) =>
        parts.All(part => CodeOf(part) is not null) && parts.Select(CodeOf).Distinct().Count() == parts.Count;

    private static string? CodeOf(JsonNode? part) => part is JsonObject members
        ? (members.ContainsKey("by") ? null : (string?)(members["code"] ?? members["grade"]))
        : null;

    private static JsonNode? Find(JsonArray parts, string code) => parts.FirstOrDefault(part => CodeOf(part) == code);

    private static JsonText? OrderOf(string[] codes) => JsonText.Of(new JsonArray([.. codes.Select(code => JsonValue.Create(code))]));
}
