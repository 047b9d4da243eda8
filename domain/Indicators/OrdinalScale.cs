using System.Collections.Frozen;
using Supervision.Plans;

namespace Supervision.Indicators;

/// <summary>Classes by their rank, from 1: Ⅲ, III, 3, 三 and 丙 are all the third, with or without 类, 级 or 等 after them.</summary>
public static class OrdinalScale
{
    /// <summary>No scale in use has more classes.</summary>
    public const int RankMax = 12;

    private static readonly string[][] Spellings =
    [
        ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
        ["甲", "乙", "丙", "丁", "戊", "己"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    ];

    // 劣Ⅴ类 is what water is that reaches no class: the sixth.
    private static readonly FrozenDictionary<string, int> Ranks = Spellings
        .SelectMany(row => row.Select((name, n) => KeyValuePair.Create(name, n + 1)))
        .Append(KeyValuePair.Create("劣Ⅴ", 6)).Append(KeyValuePair.Create("劣V", 6)).Append(KeyValuePair.Create("劣五", 6))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rank of a class; null for what is none.</summary>
    public static int? RankOf(TargetValue value) =>
        value.Number is { } number ? decimal.IsInteger(number) && number is >= 1 and <= RankMax ? (int)number : null
        : value.Name is { } name && Ranks.TryGetValue(name.Trim().TrimEnd('类', '级', '等'), out var rank) ? rank
        : null;
}
