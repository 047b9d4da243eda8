using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>The number at the start of a heading (编号), and where its words begin.</summary>
internal sealed record Numbering(PlanLevel Level, string Key, int Ordinal, int TitleStart)
{
    /// <summary>
    /// The styles of official documents, highest level first (党政机关公文格式: 一、 （一） 1. （1）). A new style is a
    /// new row.
    /// </summary>
    private static readonly (PlanLevel Level, Regex Pattern)[] Styles =
    [
        // 一、二、三产业 begins a sentence, not a chapter.
        (PlanLevel.Chapter, Style(@"^(?<key>(?<number>[一二三四五六七八九十]{1,3}))\s*[、．.](?![一二三四五六七八九十]+[、，产])")),
        (PlanLevel.Section, Style(@"^(?<key>[（(]\s*(?<number>[一二三四五六七八九十]{1,3})\s*[）)])")),

        // 1.5万吨 begins with a quantity.
        (PlanLevel.Article, Style(@"^(?<key>(?<number>\d{1,3}))\s*[、．.](?!\d)")),
        (PlanLevel.Point, Style(@"^(?<key>[（(]?(?<number>\d{1,3})[）)])")),
        (PlanLevel.Circled, Style(@"^(?<key>(?<number>[①-⑳]))")),
    ];

    /// <summary>The numbering of a line without marks of a text format; null where it begins with none.</summary>
    public static Numbering? Of(string line)
    {
        foreach (var (level, pattern) in Styles)
        {
            var match = pattern.Match(line);
            if (match.Success && OrdinalOf(match.Groups["number"].Value) is { } ordinal)
                return new Numbering(level, match.Groups["key"].Value, ordinal, match.Length);
        }

        return null;
    }

    /// <summary>How the text would write another number of the same level; null beyond what the style can write.</summary>
    public string? KeyFor(int ordinal) => (Level, ordinal) switch
    {
        (PlanLevel.Chapter, <= ChineseNumeral.Max) => ChineseNumeral.Write(ordinal),
        (PlanLevel.Section, <= ChineseNumeral.Max) => $"（{ChineseNumeral.Write(ordinal)}）",
        (PlanLevel.Point, _) => $"（{ordinal}）",
        (PlanLevel.Circled, <= '⑳' - '①' + 1) => $"{(char)('①' + ordinal - 1)}",
        (PlanLevel.Article, _) => ordinal.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static int? OrdinalOf(string number) => number[0] switch
    {
        >= '①' and <= '⑳' => number[0] - '①' + 1,
        var c when char.IsDigit(c) => number.Aggregate(0, (sum, digit) => (sum * 10) + (int)char.GetNumericValue(digit)),
        _ => ChineseNumeral.Parse(number),
    };

    private static Regex Style(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
