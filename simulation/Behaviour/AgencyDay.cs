using System.Globalization;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Simulation;

/// <summary>What an agency knows when it looks at one of its tasks on a day.</summary>
/// <param name="IsAway">The liaison is away.</param>
/// <param name="IsStorm">Just after a long holiday.</param>
internal sealed record AgencyDay(
    AgencyCode Agency, Temper Temper, DateOnly Day, bool IsAway, bool IsStorm, Chance Chance, WorkingCalendar Calendar)
{
    private const double StormShare = 0.25;

    /// <summary>Whether it comes to it today, by a chance a day.</summary>
    public bool Comes(double aDay, TaskId task, string word) =>
        Roll(task, word) < (IsStorm ? aDay * StormShare : aDay);

    /// <summary>A number for this task and day, and for nothing else.</summary>
    public double Roll(TaskId task, string word) =>
        Chance.Of(word, task.Value, Agency.Value, Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>Working days that a day lies behind; negative while it is ahead.</summary>
    public int Behind(DateOnly day) => Calendar.WorkingDaysUntil(day, Day);

    public static DateOnly DayOf(DateTimeOffset limit) => WorkingCalendar.DayOf(limit.AddTicks(-1));
}
