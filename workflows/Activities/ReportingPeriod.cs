using System.Globalization;

namespace Supervision.Workflows.Activities;

/// <summary>反馈周期.</summary>
internal enum Cadence
{
    None,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>A week, month, quarter or year for which a report is owed.</summary>
/// <param name="First">Its first day; weeks begin on Monday.</param>
internal sealed record ReportingPeriod(Cadence Cadence, DateOnly First)
{
    public ReportingPeriod Next => new(Cadence, Cadence switch
    {
        Cadence.Weekly => First.AddDays(7),
        Cadence.Monthly => First.AddMonths(1),
        Cadence.Quarterly => First.AddMonths(3),
        _ => First.AddYears(1),
    });

    /// <summary>2026-W09, 2026-03, 2026-Q1, 2026. Weeks are those of ISO 8601.</summary>
    public string Name => Cadence switch
    {
        Cadence.Weekly => $"{ISOWeek.GetYear(First):D4}-W{ISOWeek.GetWeekOfYear(First):D2}",
        Cadence.Monthly => $"{First.Year:D4}-{First.Month:D2}",
        Cadence.Quarterly => $"{First.Year:D4}-Q{((First.Month - 1) / 3) + 1}",
        _ => $"{First.Year:D4}",
    };

    public static ReportingPeriod? Of(Cadence cadence, DateOnly day) => cadence switch
    {
        Cadence.Weekly => new(cadence, day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        Cadence.Monthly => new(cadence, new DateOnly(day.Year, day.Month, 1)),
        Cadence.Quarterly => new(cadence, new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1)),
        Cadence.Yearly => new(cadence, new DateOnly(day.Year, 1, 1)),
        _ => null,
    };

    /// <summary>Reads a <see cref="Name"/>.</summary>
    public static ReportingPeriod? Parse(Cadence cadence, string name)
    {
        if (name.Length < 4) return null;
        var year = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);
        int Number(int at) => int.Parse(name.AsSpan(at), CultureInfo.InvariantCulture);
        return cadence switch
        {
            Cadence.Weekly => new(cadence, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Number(6), DayOfWeek.Monday))),
            Cadence.Monthly => new(cadence, new DateOnly(year, Number(5), 1)),
            Cadence.Quarterly => new(cadence, new DateOnly(year, ((Number(6) - 1) * 3) + 1, 1)),
            Cadence.Yearly => new(cadence, new DateOnly(year, 1, 1)),
            _ => null,
        };
    }

    /// <summary>Null when a holiday takes all of it, as it may take a week.</summary>
    public DateOnly? LastWorkingDay(IBusinessTime calendar)
    {
        var last = calendar.AddWorkingDays(Next.First, -1);
        return last >= First ? last : null;
    }
}
