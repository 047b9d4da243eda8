namespace Supervision.Simulation;

/// <summary>Years side by side: one column a setting, each number over all its seeds with its spread.</summary>
internal sealed record Comparison(IReadOnlyList<ComparedSetting> Settings)
{
    public static Comparison Of(IEnumerable<YearAnswers> years) => new(
        [.. years.GroupBy(year => year.AcknowledgeDays).OrderBy(group => group.Key).Select(group => ComparedSetting.Of(group.Key, [.. group]))]);
}

/// <param name="Rows">What is compared, by name; the same names in every setting.</param>
internal sealed record ComparedSetting(int AcknowledgeDays, int Seeds, IReadOnlyDictionary<string, Spread> Rows)
{
    public static ComparedSetting Of(int acknowledgeDays, IReadOnlyList<YearAnswers> years) => new(acknowledgeDays, years.Count, new Dictionary<string, Spread>
    {
        ["acknowledgedInTimePercent"] = Spread.Of(years.Select(year => 100.0 * year.AcknowledgedInTime / Math.Max(1, year.Tasks))),
        ["acknowledgementDays"] = Spread.Of(years.Select(year => year.AcknowledgementDays)),
        ["overdue"] = Spread.Of(years.Select(year => (double)year.Overdue)),
        ["closedOut"] = Spread.Of(years.Select(year => (double)year.ClosedOut)),
        ["escalations"] = Spread.Of(years.Select(year => (double)year.Escalations)),
        ["returns"] = Spread.Of(years.Select(year => (double)year.Returns)),
        ["missedReports"] = Spread.Of(years.Select(year => (double)year.MissedReports)),
        ["overloadedAgencies"] = Spread.Of(years.Select(year => (double)year.Load.Count(load => load.IsOverloaded))),
    });
}

/// <summary>A number over several seeds.</summary>
internal sealed record Spread(double Mean, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new Spread(Math.Round(all.Average(), 2), Math.Round(all.Min(), 2), Math.Round(all.Max(), 2));
    }
}
