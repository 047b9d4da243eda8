using Supervision.Workflows;

namespace Supervision.Tests.Workflows;

/// <summary>Monday to Friday, days of +08:00, a day ends at its midnight.</summary>
internal sealed class TestCalendar : IBusinessTime
{
    private static readonly TimeSpan Office = TimeSpan.FromHours(8);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Office).DateTime);

    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        for (var left = Math.Abs(days); left > 0;)
        {
            from = from.AddDays(Math.Sign(days));
            if (from.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return from;
    }

    public DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Office);

    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
