using System.Text;
using System.Text.Json;

namespace Supervision.Evaluations;

/// <summary>The first place where two written results part, for somebody who has both and believes one.</summary>
/// <param name="Place">
/// Names from the root, a member of a list by its code where both have the same there and else by its number from 0, such as
/// <c>groups/counties/agencies/xinxian/lines/growth/points</c>; empty where one of the two is no JSON.
/// </param>
/// <param name="Byte">Where the bytes part, from 0; the length of the shorter one where it is the beginning of the other.</param>
/// <param name="Here">The value of the first as JSON, null where it has none; both null where only blanks or the order of names differ.</param>
public sealed record ResultDifference(string Place, int Byte, string? Here, string? There)
{
    /// <summary>Enough to see what is meant; a whole agency would fill the screen.</summary>
    private const int ShownMax = 120;

    // What the members of the lists of a result are called by, from docs/rules/scoring.md, chapter 13.
    private static readonly string[] Codes = ["group", "agency", "section", "indicator"];

    /// <returns>Null when they are the same to the byte.</returns>
    public static ResultDifference? First(ReadOnlySpan<byte> here, ReadOnlySpan<byte> there)
    {
        if (here.SequenceEqual(there)) return null;

        var at = here.CommonPrefixLength(there);
        var (a, b) = (Read(here), Read(there));
        if (a is null || b is null)
            return new ResultDifference("", at, Text(here, at), Text(there, at));
        using (a)
        using (b)
        {
            var (place, own, other) = First([], a.RootElement, b.RootElement) ?? ([], null, null);
            return new ResultDifference(string.Join('/', place), at, Shown(own), Shown(other));
        }
    }

    private static (string[] Place, JsonElement? Here, JsonElement? There)? First(string[] place, JsonElement? here, JsonElement? there) =>
        (here, there) switch
        {
            ({ ValueKind: JsonValueKind.Object } a, { ValueKind: JsonValueKind.Object } b) =>
                a.EnumerateObject().Concat(b.EnumerateObject()).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal)
                    .Select(name => First([.. place, name], Member(a, name), Member(b, name))).FirstOrDefault(found => found is not null),
            ({ ValueKind: JsonValueKind.Array } a, { ValueKind: JsonValueKind.Array } b) =>
                Enumerable.Range(0, Math.Max(a.GetArrayLength(), b.GetArrayLength()))
                    .Select(i => First([.. place, NameOf(i, Item(a, i), Item(b, i))], Item(a, i), Item(b, i)))
                    .FirstOrDefault(found => found is not null),
            ({ } a, { } b) when a.GetRawText() == b.GetRawText() => null,
            _ => (place, here, there),
        };

    private static string NameOf(int index, JsonElement? here, JsonElement? there) =>
        CodeOf(here) is { } code && code == CodeOf(there) ? code : $"{index}";

    private static string? CodeOf(JsonElement? item) => item is { ValueKind: JsonValueKind.Object } members
        ? Codes.Select(name => Member(members, name)).FirstOrDefault(code => code is { ValueKind: JsonValueKind.String })?.GetString()
        : null;

    private static JsonElement? Member(JsonElement members, string name) => members.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement items, int index) => index < items.GetArrayLength() ? items[index] : null;

    private static JsonDocument? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Shown(JsonElement? value) =>
        value?.GetRawText() is { } text ? text.Length > ShownMax ? text[..ShownMax] + "…" : text : null;

    private static string Text(ReadOnlySpan<byte> bytes, int at) => Encoding.UTF8.GetString(bytes[at..Math.Min(bytes.Length, at + ShownMax)]);
}
