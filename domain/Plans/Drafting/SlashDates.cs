using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>
/// Dates such as 03/04/2026, which is April in London and March in Boston. A number above 12 anywhere in the plan tells
/// which habit it has; where nothing tells, the day stays open and is doubted.
/// </summary>
/// <param name="dayFirst">Null where the plan does not tell.</param>
internal sealed partial class SlashDates(bool? dayFirst)
{
    public const string Form = @"(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>20\d\d)";

    public static SlashDates Of(IEnumerable<string> texts)
    {
        var dates = texts.SelectMany(text => Written().Matches(text)).Select(match => (First: Number(match, "a"), Second: Number(match, "b"))).ToList();
        var (dayFirst, monthFirst) = (dates.Exists(date => date.First > 12), dates.Exists(date => date.Second > 12));
        return new SlashDates(dayFirst == monthFirst ? null : dayFirst);
    }

    public static bool IsIn(Match match) => match.Groups["a"].Success;

    /// <summary>Null where it can be two days, or is none.</summary>
    public DateOnly? Read(Match match)
    {
        var (first, second, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        return first > 12 || (second <= 12 && (first == second || dayFirst == true)) ? Day(year, second, first)
            : second > 12 || dayFirst == false ? Day(year, first, second)
            : null;
    }

    /// <summary>The two days that a quote can mean; null where it means one.</summary>
    public static (DateOnly DayFirst, DateOnly MonthFirst)? BothOf(string quote) =>
        Written().Match(quote) is { Success: true } match && (Number(match, "a"), Number(match, "b"), Number(match, "y")) is var (first, second, year)
        && Day(year, second, first) is { } day && Day(year, first, second) is { } month && day != month ? (day, month) : null;

    private static DateOnly? Day(int year, int month, int day) =>
        month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])" + Form + @"(?![\d/])")]
    private static partial Regex Written();
}
