using Supervision.Workflows;

namespace Supervision.Conformance;

/// <summary>A calendar without holidays, for cases that know none.</summary>
internal sealed class EveryDay : IBusinessTime
{
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    public DateOnly AddWorkingDays(DateOnly from, int days) => from.AddDays(days);

    public DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
