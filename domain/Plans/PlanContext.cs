using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What rules of plans may know besides the state: the plan's id, the instant, the working calendar, the city's organisation.</summary>
public sealed record PlanContext(PlanId Plan, DateTimeOffset Now, WorkingCalendar Calendar, Organisation Organisation)
{
    public DateOnly Today => WorkingCalendar.DayOf(Now);

    /// <summary>For the rules of assignments, which are the same in a plan.</summary>
    internal TaskContext ForAssignments => new(default, Now, Calendar, Organisation);
}
