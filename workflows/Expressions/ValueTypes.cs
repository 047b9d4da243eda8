using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Supervision.Workflows.Expressions;

/// <summary>Turns values into the types that inputs and variables declare.</summary>
internal static class ValueTypes
{
    /// <summary>Nothing here waits longer than a career.</summary>
    public static readonly TimeSpan SpanMax = TimeSpan.FromDays(20_000);

    /// <summary>The office's clock, wherever the silo runs.</summary>
    public static readonly TimeSpan OfficeOffset = TimeSpan.FromHours(8);

    /// <summary>A value that does not convert becomes the type's default, as Elsa has it.</summary>
    public static JsonElement Convert(JsonElement value, string typeName)
    {
        if (value.IsNull()) return Values.Null;
        return ShortName(typeName) switch
        {
            "String" => Values.Of(ToText(value)),
            "Boolean" => Values.Of(ToFlag(value)),
            "Int16" or "Int32" or "Int64" or "Byte" => Values.Of(ToInteger(ToDecimal(value) ?? 0)),
            "Decimal" => Values.Of(ToDecimal(value) ?? 0),
            "Single" or "Double" => Values.Of(ToDouble(value) ?? 0),
            _ => value,
        };
    }

    public static string? ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => value.GetRawText(),
    };

    public static bool ToFlag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => bool.TryParse(value.GetString(), out var flag) && flag,
        JsonValueKind.Number => value.GetDouble() != 0,
        _ => false,
    };

    public static int? ToWholeNumber(JsonElement value) =>
        ToDecimal(value) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>Elsa writes a time span as .NET does (<c>1.02:03:04</c>); ISO 8601 (<c>P1DT2H</c>) is read as well.</summary>
    public static TimeSpan ToTimeSpan(JsonElement value)
    {
        var text = ToText(value) ?? "";
        var isIso = text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal);
        if ((isIso ? ParseIso(text) : ParseSpan(text)) is not { } span)
            throw new ActivityFault($"'{text}' is no time span; write for example 1.00:00:00 for one day.");
        return span <= SpanMax && span >= -SpanMax ? span : throw new ActivityFault($"'{text}' is longer than {SpanMax.Days} days.");
    }

    /// <summary>An instant in ISO 8601; without an offset it is the office's own time.</summary>
    public static DateTimeOffset ToInstant(JsonElement value)
    {
        var text = ToText(value) ?? "";
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new ActivityFault($"'{text}' is no instant; write for example 2026-03-01T09:00:00+08:00.");
        var plain = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (plain.Kind != DateTimeKind.Unspecified) return at;
        return plain.Ticks >= OfficeOffset.Ticks ? new DateTimeOffset(plain, OfficeOffset) : throw new ActivityFault($"'{text}' is before all time.");
    }

    // What does not fit is no integer, and becomes the default like anything else that does not convert.
    private static long ToInteger(decimal number) =>
        number is >= long.MinValue and <= long.MaxValue ? (long)decimal.Round(number, MidpointRounding.ToEven) : 0;

    private static TimeSpan? ParseSpan(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;

    private static TimeSpan? ParseIso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }

    public static ImmutableArray<string> ToWords(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select(item => ToText(item) ?? "")];
        var text = ToText(value);
        if (string.IsNullOrEmpty(text)) return [];
        return text.StartsWith('[') && TryParse(text) is { ValueKind: JsonValueKind.Array } list ? ToWords(list) : [text];
    }

    public static JsonElement? TryParse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static decimal? ToDecimal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(
            value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    private static double? ToDouble(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(
            value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => (double?)ToDecimal(value),
    };

    // Up to 3.7 Elsa wrote "System.Int32, System.Private.CoreLib", today it writes "Int32".
    private static string ShortName(string typeName)
    {
        var name = typeName.AsSpan();
        if (name.IndexOf(',') is var comma and > 0) name = name[..comma];
        return name[(name.LastIndexOf('.') + 1)..].ToString();
    }
}
