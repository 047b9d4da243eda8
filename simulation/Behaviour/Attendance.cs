using Supervision.Calendars;
using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>Who is there on a day. Pure.</summary>
internal static class Attendance
{
    private const int HolidayDaysMin = 5;
    private const int StormDays = 4;
    private const int AbsencesAYear = 3;

    /// <summary>The holiday storm 节后积压: the working days after a long holiday, when everything that lay there comes together.</summary>
    public static bool IsStorm(DateOnly day, WorkingCalendar calendar)
    {
        var (worked, free) = (0, 0);
        for (var back = day.AddDays(-1); worked < StormDays && day.DayNumber - back.DayNumber < 31; back = back.AddDays(-1))
        {
            if (calendar.IsWorkingDay(back))
                (worked, free) = (worked + 1, 0);
            else if (++free >= HolidayDaysMin)
                return true;
        }

        return false;
    }

    /// <summary>Some weeks in a year the liaison is away, and nobody stands in.</summary>
    public static bool IsAway(AgencyCode agency, DateOnly day, Chance chance)
    {
        for (var n = 0; n < AbsencesAYear; n++)
        {
            var from = chance.Between(1, 350, "away", agency.Value, $"{day.Year}", $"{n}");
            var days = chance.Between(4, 14, "away-days", agency.Value, $"{day.Year}", $"{n}");
            if (day.DayOfYear >= from && day.DayOfYear < from + days)
                return true;
        }

        return false;
    }
}
