using System.Globalization;
using Supervision.Triggers;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows;

/// <summary>When a start trigger comes. Pure.</summary>
public static class Schedule
{
    /// <summary>The first time from now; null for an event, and for an instant that has passed.</summary>
    public static DateTimeOffset? First(StartTrigger trigger, DateTimeOffset now) => trigger.Kind switch
    {
        TriggerKinds.Timer => now + Interval(trigger),
        TriggerKinds.Cron => CronTimes.Next(trigger.Text, now),
        TriggerKinds.StartAt => DateTimeOffset.Parse(trigger.Text, CultureInfo.InvariantCulture) is var at && at > now ? at : null,
        _ => null,
    };

    /// <summary>The next time after a tick, and after now: a clock that was down fires once, late, and not once for all it has missed.</summary>
    public static DateTimeOffset? After(StartTrigger trigger, DateTimeOffset tick, DateTimeOffset now) => trigger.Kind switch
    {
        TriggerKinds.Timer => tick + (Interval(trigger) * (((now - tick).Ticks / Interval(trigger).Ticks) + 1)),
        TriggerKinds.Cron => CronTimes.Next(trigger.Text, now),
        _ => null,
    };

    private static TimeSpan Interval(StartTrigger trigger) => TimeSpan.ParseExact(trigger.Text, "c", CultureInfo.InvariantCulture);
}
