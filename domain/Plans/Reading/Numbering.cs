using System.Globalization;

namespace Supervision.Plans;

/// <summary>The number at the start of a heading (编号), and where its words begin.</summary>
internal sealed record Numbering(PlanLevel Level, string Key, int Ordinal, int TitleStart)
{
    /// <summary>The ordinal of a number that counts in no row, such as A-3.</summary>
    public const int Unordered = 0;

    /// <summary>How the text would write another number of the same level; null beyond what the style can write.</summary>
    public string? KeyFor(int ordinal) => Key switch
    {
        [>= '①' and <= '⑳'] => ordinal <= '⑳' - '①' + 1 ? $"{(char)('①' + ordinal - 1)}" : null,
        ['（' or '(', var c, ..] when char.IsDigit(c) => $"（{ordinal}）",
        ['（' or '(', ..] => ordinal <= ChineseNumeral.Max ? $"（{ChineseNumeral.Write(ordinal)}）" : null,
        _ when Key.All(char.IsDigit) => ordinal.ToString(CultureInfo.InvariantCulture),
        _ when ChineseNumeral.Parse(Key) is not null => ordinal <= ChineseNumeral.Max ? ChineseNumeral.Write(ordinal) : null,
        _ => null,
    };

    /// <summary>The number that the characters write; null for none.</summary>
    public static int? OrdinalOf(string number) => number[0] switch
    {
        >= '①' and <= '⑳' => number[0] - '①' + 1,
        var c when char.IsDigit(c) => number.Aggregate(0, (sum, digit) => (sum * 10) + (int)char.GetNumericValue(digit)),
        'I' or 'V' or 'X' => OfRoman(number),
        >= 'A' and <= 'Z' => number[0] - 'A' + 1,
        >= 'a' and <= 'z' => number[0] - 'a' + 1,
        _ => ChineseNumeral.Parse(number),
    };

    private static int OfRoman(string number)
    {
        var worth = number.Select(c => c switch { 'I' => 1, 'V' => 5, _ => 10 }).ToList();
        return worth.Select((value, i) => i + 1 < worth.Count && value < worth[i + 1] ? -value : value).Sum();
    }
}
