using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Numbers;

/// <summary>A series of document numbers 发文字号: its code and the year, such as <c>xzd-2026</c> for 信政督〔2026〕.</summary>
[GenerateSerializer, Immutable, Alias("SeriesId"), JsonConverter(typeof(TextIdConverter<SeriesId>))]
public readonly record struct SeriesId([property: Id(0)] string Value) : ITextId<SeriesId>
{
    private static readonly string Tasks = "xzd";

    // 机关代字 by code. A code never changes and is never reused; a new series is a new line.
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string> { [Tasks] = "信政督" }.ToFrozenDictionary();

    /// <summary>The series that supervised tasks of a year are numbered in.</summary>
    public static SeriesId OfTasks(int year) => new(string.Create(CultureInfo.InvariantCulture, $"{Tasks}-{year}"));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeriesId result)
    {
        result = new SeriesId(s ?? "");
        return s?.Split('-') is [var code, { Length: 4 } year] && Prefixes.ContainsKey(code) && year.All(char.IsAsciiDigit);
    }

    /// <summary>The n-th number as it stands on the paper: 信政督〔2026〕1号.</summary>
    public string TextOf(int number)
    {
        var parts = Value.Split('-');
        return string.Create(CultureInfo.InvariantCulture, $"{Prefixes[parts[0]]}〔{parts[1]}〕{number}号");
    }

    public override string ToString() => Value;
}
