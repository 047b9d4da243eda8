using Supervision.Calendars;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>The working calendar as the machine asks for it.</summary>
internal sealed class OfficeDays(WorkingCalendar calendar) : IBusinessTime
{
    public DateOnly DayOf(DateTimeOffset instant) => WorkingCalendar.DayOf(instant);

    public DateTimeOffset StartOf(DateOnly day) => WorkingCalendar.At(day, TimeOnly.MinValue);

    public DateTimeOffset EndOf(DateOnly day) => WorkingCalendar.EndOf(day);

    // The day itself with 0: a limit that a definition names by its day ends with that day, worked or not.
    public DateOnly AddWorkingDays(DateOnly from, int days) =>
        days > 0 ? calendar.AddWorkingDays(from, days) : days == 0 ? from : Before(from, -days);

    private DateOnly Before(DateOnly day, int days)
    {
        for (var left = days; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(-1);

        return day;
    }
}
