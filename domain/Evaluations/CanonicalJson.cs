using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Evaluations;

/// <summary>One value, one text: RFC 8785 for objects, arrays, strings, whole numbers and true or false.</summary>
/// <remarks>
/// Names in order of their UTF-16 units, no blanks, and in strings only the quotation mark, the backslash and control
/// characters are escaped. A null is left out with its name. Decimal numbers are strings here and never JSON numbers.
/// </remarks>
public static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    public static string Of<T>(T value) => Of(JsonSerializer.SerializeToNode(value, EvaluationJson.Options));

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>SHA-256 over the text in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An object from names and values that are JSON already; a null value is left out with its name.</summary>
    public static string Members(params ReadOnlySpan<(string Name, string? Json)> members)
    {
        var sorted = new List<(string Name, string? Json)>(members.Length);
        foreach (var member in members)
        {
            if (member.Json is not null) sorted.Add(member);
        }

        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var text = new StringBuilder("{");
        foreach (var (name, json) in sorted)
        {
            if (text.Length > 1) text.Append(',');
            Quote(text, name);
            text.Append(':').Append(json);
        }

        return text.Append('}').ToString();
    }

    public static string Items(IEnumerable<string> json) => "[" + string.Join(',', json) + "]";

    /// <summary>The list, or null where it is empty, so that its name is left out.</summary>
    public static string? ItemsOrNull(IReadOnlyCollection<string> json) => json.Count == 0 ? null : Items(json);

    public static string Text(string value)
    {
        if (!value.AsSpan().ContainsAny(Escaped)) return string.Concat("\"", value, "\"");
        var text = new StringBuilder(value.Length + 2);
        Quote(text, value);
        return text.ToString();
    }

    public static string Text(Fraction value) => $"\"{value}\"";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                WriteObject(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(text, items[i]);
                }

                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue<string>(out var word):
                Quote(text, word);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in members.Where(member => member.Value is not null).OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            Quote(text, name);
            text.Append(':');
            Write(text, value);
        }

        text.Append('}');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        if (!value.AsSpan().ContainsAny(Escaped))
        {
            text.Append(value).Append('"');
            return;
        }

        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
