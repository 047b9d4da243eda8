using System.Globalization;

namespace Supervision.Plans;

/// <summary>Days by which plans set limits without naming them: 春节前, 国庆节前.</summary>
internal static class Festivals
{
    /// <summary>For a regular expression.</summary>
    public const string Names = "春节|元宵节|元旦|清明节?|五一|劳动节|端午节?|七一|八一|教师节|中秋节?|国庆节?|十一";

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The last day before the festival that falls into a year; 元旦 is that which ends the year.</summary>
    public static DateOnly DayBefore(string name, int year) => (name[..2] switch
    {
        "春节" => OfLunar(year, 1, 1),
        "元宵" => OfLunar(year, 1, 15),
        "元旦" => new DateOnly(year + 1, 1, 1),
        "清明" => new DateOnly(year, 4, 4),
        "五一" or "劳动" => new DateOnly(year, 5, 1),
        "端午" => OfLunar(year, 5, 5),
        "七一" => new DateOnly(year, 7, 1),
        "八一" => new DateOnly(year, 8, 1),
        "教师" => new DateOnly(year, 9, 10),
        "中秋" => OfLunar(year, 8, 15),
        _ => new DateOnly(year, 10, 1),
    }).AddDays(-1);

    /// <summary>Whether it falls into the first months, the second half of a winter.</summary>
    public static bool IsEarly(string name) => name[..2] is "春节" or "元宵";

    // A leap month counts as one of its own, and moves those after it.
    private static DateOnly OfLunar(int year, int month, int day)
    {
        if (year < Lunar.MinSupportedDateTime.Year + 1 || year > Lunar.MaxSupportedDateTime.Year - 1)
            return new DateOnly(year, month + 1, day);
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
