using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>From judges' marks to one value. Division: by the number of marks kept; not rounded.</summary>
public static class PanelRules
{
    internal static Finding Of(ScoringFunction.PanelMean function, Panel? panel, AgencyCode agency, IReadOnlyList<Fraction> marks)
    {
        var entitled = panel?.Judges.Count(judge => !panel.IsRecused(judge, agency)) ?? 0;
        if (function.Absent is AbsentMark.Missing && marks.Count < entitled) return Finding.IsMissing(Finding.MarksAbsent);
        if (marks.Count < Math.Max(function.MarksMin, 1)) return Finding.IsMissing(Finding.TooFewMarks);

        var (highest, lowest) = (marks.Aggregate(Fraction.Max), marks.Aggregate(Fraction.Min));
        var sum = marks.Aggregate(Fraction.Zero, (total, mark) => total + mark);
        // A trial may trim earlier than a scheme; something has to be left even then.
        var isTrimmed = function.TrimFrom > 0 && marks.Count >= Math.Max(function.TrimFrom, 3);
        var mean = isTrimmed ? (sum - highest - lowest) / (marks.Count - 2) : sum / marks.Count;
        return Finding.Of(Outcome.Of(mean / function.Scale,
        [
            new("marks", marks.Count), new("trimmed", isTrimmed ? 2 : 0), new("highest", highest), new("lowest", lowest),
            new("sum", sum), new("mean", mean), new("scale", function.Scale),
        ]));
    }

    /// <summary>评委偏离: how far each judge's marks lie from the mean of the others' for the same agency and indicator.</summary>
    /// <param name="points">From this mean difference on, up or down, a judge stands out.</param>
    /// <returns>In order of panel and account; judges who share no mark with another are left out.</returns>
    public static IReadOnlyList<JudgeDeviation> Deviations(IReadOnlyList<JudgeSheet> sheets, Fraction points) =>
    [
        .. sheets.SelectMany(sheet => sheet.Marks, (sheet, mark) => (sheet.Panel, sheet.Judge, Mark: mark))
            .GroupBy(entry => (entry.Panel, entry.Mark.Agency, entry.Mark.Indicator))
            .Where(same => same.Count() > 1)
            .SelectMany(same => same.Select(entry => (entry.Panel, entry.Judge, Difference: FromOthers([.. same.Select(e => e.Mark.Mark)], entry.Mark.Mark))))
            .GroupBy(entry => (entry.Panel, entry.Judge))
            .OrderBy(judge => judge.Key.Panel.Value, StringComparer.Ordinal).ThenBy(judge => judge.Key.Judge.Value, StringComparer.Ordinal)
            .Select(judge => Deviation(judge.Key.Panel, judge.Key.Judge, [.. judge.Select(entry => entry.Difference)], points)),
    ];

    // The others' mean has no place for the own mark: with few judges it would hide half of the difference.
    private static Fraction FromOthers(Fraction[] all, Fraction own) =>
        own - ((all.Aggregate((total, mark) => total + mark) - own) / (all.Length - 1));

    private static JudgeDeviation Deviation(ItemCode panel, AccountId judge, Fraction[] differences, Fraction points)
    {
        var mean = differences.Aggregate((total, difference) => total + difference) / differences.Length;
        return new JudgeDeviation(
            panel, judge, differences.Length, mean.Rounded(2), differences.Aggregate(Fraction.Min).Rounded(2),
            differences.Aggregate(Fraction.Max).Rounded(2), Fraction.Abs(mean) >= points);
    }
}

/// <param name="Marks">So many marks were compared.</param>
/// <param name="Mean">The mean difference, in points of the scale, to 2 decimals; above 0 is generous.</param>
/// <param name="StandsOut">The mean, unrounded, reaches the limit that was asked for.</param>
public sealed record JudgeDeviation(
    ItemCode Panel, AccountId Judge, int Marks, Fraction Mean, Fraction Smallest, Fraction Largest, bool StandsOut);
