using Supervision.Agencies;
using Supervision.Calendars;

namespace Supervision.Tasks;

/// <summary>What rules may know besides the state: the task's id, the instant, the working calendar, the city's organisation.</summary>
public sealed record TaskContext(TaskId TaskId, DateTimeOffset Now, WorkingCalendar Calendar, Organisation Organisation)
{
    public DateOnly Today => WorkingCalendar.DayOf(Now);
}
