using Supervision.Calendars;

namespace Supervision.Notices;

/// <summary>A notice that a person has not been sent and has not read.</summary>
[GenerateSerializer, Immutable, Alias("PendingNotice")]
public sealed record PendingNotice(
    [property: Id(0)] string Id, [property: Id(1)] string Kind, [property: Id(2)] NoticeWeight Weight, [property: Id(3)] int Rung,
    [property: Id(4)] DateTimeOffset At);

/// <summary>When what waits for a person is sent. Pure.</summary>
/// <remarks>One mail carries everything that waits then: an urgent one takes the rest along, and no digest repeats it.</remarks>
public static class DeliveryRules
{
    /// <summary>Longer than the longest holiday; what came before that day's digest is late, whichever digest it was.</summary>
    private const int DaysBackMax = 30;

    /// <summary>What goes into a mail now; empty when nothing is to be sent yet.</summary>
    public static IReadOnlyList<PendingNotice> Now(
        IReadOnlyList<PendingNotice> pending, NoticeSettings settings, WorkingCalendar calendar, DateTimeOffset now)
    {
        var wanted = pending.Where(notice => !settings.NotByMail.Contains(notice.Kind)).ToArray();
        var isDue = wanted.Any(notice => notice.Rung > 0 && notice.Rung >= settings.ThroughQuietFromRung)
            || (!IsQuiet(settings, calendar, now) && wanted.Any(notice => IsDue(notice, settings, calendar, now)));
        return isDue ? wanted : [];
    }

    /// <summary>Nothing is sent: at night, and on days that are not worked.</summary>
    public static bool IsQuiet(NoticeSettings settings, WorkingCalendar calendar, DateTimeOffset now)
    {
        var time = WorkingCalendar.TimeOf(now);
        return !IsServed(settings, calendar, WorkingCalendar.DayOf(now))
            || (settings.QuietFrom <= settings.QuietTo
                ? time >= settings.QuietFrom && time < settings.QuietTo
                : time >= settings.QuietFrom || time < settings.QuietTo);
    }

    private static bool IsServed(NoticeSettings settings, WorkingCalendar calendar, DateOnly day) => settings.EveryDay || calendar.IsWorkingDay(day);

    private static bool IsDue(PendingNotice notice, NoticeSettings settings, WorkingCalendar calendar, DateTimeOffset now) => notice.Weight switch
    {
        NoticeWeight.Urgent when settings.UrgentAtOnce => true,
        NoticeWeight.Urgent or NoticeWeight.Normal => notice.At <= LastOf(settings.Times, settings, calendar, now),
        NoticeWeight.Digest => notice.At <= LastOf([settings.Times[0]], settings, calendar, now),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // What was there at the last set time and is still there is due, also when nobody could send at that time.
    private static DateTimeOffset LastOf(IReadOnlyList<TimeOnly> times, NoticeSettings settings, WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = WorkingCalendar.DayOf(now);
        return Enumerable.Range(0, DaysBackMax).Select(back => today.AddDays(-back)).Where(day => IsServed(settings, calendar, day))
            .SelectMany(day => times.Reverse().Select(time => WorkingCalendar.At(day, time)))
            .Where(at => at <= now).Append(DateTimeOffset.MinValue).First();
    }
}
