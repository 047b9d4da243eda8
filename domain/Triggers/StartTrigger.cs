namespace Supervision.Triggers;

/// <summary>启动触发器: an activity of a definition that starts a process by itself.</summary>
/// <param name="Activity">Its id in the definition.</param>
/// <param name="Kind">One of <see cref="TriggerKinds"/>.</param>
/// <param name="Text">The interval, the cron expression, the instant or the event's name, evaluated when the definition was published.</param>
[GenerateSerializer, Immutable, Alias("StartTrigger")]
public sealed record StartTrigger([property: Id(0)] string Activity, [property: Id(1)] string Kind, [property: Id(2)] string Text);

/// <summary>What starts a process by itself.</summary>
public static class TriggerKinds
{
    /// <summary>At every interval, counted from the publishing.</summary>
    public const string Timer = "timer";

    /// <summary>By a cron expression, in the office's time.</summary>
    public const string Cron = "cron";

    /// <summary>Once, at an instant; one that has passed at the publishing starts nothing.</summary>
    public const string StartAt = "start-at";

    /// <summary>With every event of a name.</summary>
    public const string Event = "event";
}
