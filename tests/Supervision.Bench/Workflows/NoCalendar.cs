using Supervision.Workflows;

namespace Supervision.Bench.Workflows;

/// <summary>For workflows that wait for no working day.</summary>
internal sealed class NoCalendar : IBusinessTime
{
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    public DateOnly AddWorkingDays(DateOnly from, int days) => from.AddDays(days);

    public DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
