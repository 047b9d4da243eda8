using Supervision.Calendars;

namespace Supervision.Tasks;

/// <summary>
/// The lights that a task shows as the days go by while nothing else happens to it: early, from a day on soon, and
/// after the due date. So a register can answer for any day without running the rule for every row.
/// </summary>
/// <param name="SoonFrom">The first day that counts as "due soon"; null without a due date: then it is always early.</param>
public sealed record LightPhases(Light Early, DateOnly? SoonFrom, Light Soon, DateOnly? DueOn, Light Overdue)
{
    /// <summary>The same lights as <see cref="LightRules.Of(LightInputs, DateOnly, WorkingCalendar)"/>; the tests hold both together.</summary>
    public static LightPhases Of(LightInputs task, WorkingCalendar calendar)
    {
        if (task is not { DueOn: { } dueOn, StartsOn: not null })
        {
            var always = LightRules.Of(task, DateOnly.MinValue, calendar).Light;
            return new LightPhases(always, null, always, null, always);
        }

        var soonFrom = SoonFromOf(dueOn, LightRules.DueSoonLimit(task, calendar), calendar);
        return new LightPhases(
            LightRules.Of(task, soonFrom.AddDays(-1), calendar).Light, soonFrom,
            LightRules.Of(task, soonFrom, calendar).Light, dueOn,
            LightRules.Of(task, dueOn.AddDays(1), calendar).Light);
    }

    public Light On(DateOnly today) => today > DueOn ? Overdue : today >= SoonFrom ? Soon : Early;

    // Working days left never grow as days go by, so the border can be halved towards.
    private static DateOnly SoonFromOf(DateOnly dueOn, int limit, WorkingCalendar calendar)
    {
        var (early, soon) = (dueOn.AddDays(-1), dueOn);
        for (var days = 2; calendar.WorkingDaysUntil(early, dueOn) <= limit; days *= 2)
            (early, soon) = (dueOn.AddDays(-days), early);

        while (early.AddDays(1) < soon)
        {
            var middle = DateOnly.FromDayNumber((early.DayNumber + soon.DayNumber) / 2);
            (early, soon) = calendar.WorkingDaysUntil(middle, dueOn) <= limit ? (early, middle) : (middle, soon);
        }

        return soon;
    }
}
