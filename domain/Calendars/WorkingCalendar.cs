using System.Collections.Frozen;

namespace Supervision.Calendars;

/// <summary>
/// The working calendar (工作日历): which days are worked, given the State Council's yearly notice of holidays
/// (法定节假日) and make-up workdays (调休上班). All days are days in Asia/Shanghai.
/// </summary>
/// <remarks>
/// A year without data falls back to Monday to Friday, because a time limit must be computable before the next
/// notice is out; <see cref="Knows"/> says so, and a date computed with such a year is provisional.
/// </remarks>
public sealed partial class WorkingCalendar
{
    /// <summary>A time limit beyond this is a mistake, not a time limit: about forty years.</summary>
    public const int WorkingDaysMax = 10_000;

    /// <summary>Office hours (办公时间) of the city's agencies.</summary>
    public static readonly TimeOnly OfficeOpens = new(9, 0);

    /// <summary>What arrives at or after this time has arrived on the next working day, where a rule says so.</summary>
    public static readonly TimeOnly OfficeCloses = new(17, 30);

    // China has had one zone without summer time since 1991; a fixed offset needs no time zone data on the machine.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private readonly FrozenSet<int> _years;
    private readonly FrozenDictionary<DateOnly, string> _holidays;
    private readonly FrozenDictionary<DateOnly, string> _makeUpWorkdays;

    private WorkingCalendar(
        IEnumerable<int> years,
        IReadOnlyDictionary<DateOnly, string> holidays,
        IReadOnlyDictionary<DateOnly, string> makeUpWorkdays)
    {
        _years = years.ToFrozenSet();
        _holidays = holidays.ToFrozenDictionary();
        _makeUpWorkdays = makeUpWorkdays.ToFrozenDictionary();
    }

    /// <summary>The day on which an instant falls in Shanghai.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Shanghai).DateTime);

    /// <summary>The time of day at which an instant falls in Shanghai.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Shanghai).DateTime);

    /// <summary>The first instant after a day: a deadline "on that day" is in time strictly before this.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, Shanghai);

    /// <summary>Whether the holidays of this year are known. Where they are not, Monday to Friday is assumed.</summary>
    public bool Knows(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        _makeUpWorkdays.ContainsKey(day) || (IsWeekday(day) && !_holidays.ContainsKey(day));

    /// <summary>The name of the holiday, such as 春节, or null on any other day.</summary>
    public string? HolidayOn(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>The working day that is <paramref name="days"/> working days after <paramref name="from"/>.</summary>
    /// <remarks>
    /// The day itself is never counted (期间开始之日不计算在内). With 0 it is <paramref name="from"/>, or the next
    /// working day where <paramref name="from"/> is not worked, because a deadline on a holiday moves to the day after.
    /// </remarks>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        if (days is < 0 or > WorkingDaysMax)
        {
            throw new ArgumentOutOfRangeException(
                nameof(days), days, $"A time limit has 0 to {WorkingDaysMax} working days; count back with WorkingDaysUntil.");
        }

        var day = from;
        for (var left = days; left > 0 || !IsWorkingDay(day);)
        {
            day = day.AddDays(1);
            if (left > 0 && IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative
    /// by the same count where <paramref name="to"/> is earlier, so that "overdue by 3" reads as -3.
    /// </summary>
    public int WorkingDaysUntil(DateOnly from, DateOnly to) =>
        to < from ? -WorkingDaysUntil(to, from) : WeekdaysThrough(to) - WeekdaysThrough(from) + Exceptions(from, to);

    // Weekday arithmetic plus the few exceptions: the cost does not grow with the distance of the days.
    private int Exceptions(DateOnly from, DateOnly to) =>
        _makeUpWorkdays.Keys.Count(day => day > from && day <= to && !IsWeekday(day))
        - _holidays.Keys.Count(day => day > from && day <= to && IsWeekday(day));

    // Day number 0, 1 January 0001, is a Monday.
    private static int WeekdaysThrough(DateOnly day) =>
        (((day.DayNumber + 1) / 7) * 5) + Math.Min((day.DayNumber + 1) % 7, 5);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
