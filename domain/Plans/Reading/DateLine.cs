using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>A line that is nothing but a date (成文日期): 2024年2月4日, or 二〇二四年二月四日.</summary>
internal static partial class DateLine
{
    public static DateOnly? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            && NumberOf(match.Groups[1].Value) is { } year
            && NumberOf(match.Groups[2].Value) is { } month
            && NumberOf(match.Groups[3].Value) is { } day
            && DateOnly.TryParseExact(
                $"{year:0000}-{month:00}-{day:00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private static int? NumberOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return text.Length == 4
            ? text.Aggregate(0, (sum, c) => (sum * 10) + ChineseNumeral.Digits.IndexOf(c is '○' or '零' ? '〇' : c, StringComparison.Ordinal))
            : ChineseNumeral.Parse(text);
    }

    [GeneratedRegex(
        @"^[（(]?\s*([0-9]{4}|[〇○零一二三四五六七八九]{4})\s*年\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*"
        + @"([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*[）)]?$")]
    private static partial Regex Pattern();
}
