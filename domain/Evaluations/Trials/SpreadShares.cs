namespace Supervision.Evaluations;

/// <summary>How much of the spread of a group's points comes from an indicator.</summary>
/// <param name="Share">Exact; all shares of a group sum to 1. Below 0 where it evens out what the others pull apart.</param>
public sealed record SpreadShare(ItemCode Indicator, Fraction Share);

/// <summary>
/// The covariance of an indicator's points with the sum of all points, over the variance of that sum, among the agencies
/// that have a total. The sum is the one before the caps on bonus and deduction and before the floor at 0.
/// </summary>
public static class SpreadShares
{
    /// <returns>From the largest share to the smallest; empty where all agencies have the same sum.</returns>
    public static IReadOnlyList<SpreadShare> Of(GroupResult group)
    {
        AgencyScore[] scores = [.. group.Standings.Where(standing => standing.Score.Total is not null).Select(standing => standing.Score)];
        if (scores.Length == 0) return [];

        var sums = FromMean([.. scores.Select(score => Sum(score.Lines.Select(line => line.Points ?? Fraction.Zero)))]);
        var variance = Sum(sums.Select(difference => difference * difference));
        if (variance.IsZero) return [];

        // Division: by the variance, above 0 here.
        return
        [
            .. scores.SelectMany(score => score.Lines.Select(line => line.Indicator)).Distinct()
                .Select(indicator => new SpreadShare(indicator, Covariance(scores, indicator, sums) / variance))
                .OrderByDescending(share => share.Share).ThenBy(share => share.Indicator.Value, StringComparer.Ordinal),
        ];
    }

    private static Fraction Covariance(AgencyScore[] scores, ItemCode indicator, Fraction[] sums)
    {
        var own = FromMean([.. scores.Select(score => score.Line(indicator)?.Points ?? Fraction.Zero)]);
        return Sum(own.Select((difference, i) => difference * sums[i]));
    }

    private static Fraction[] FromMean(Fraction[] values)
    {
        var mean = Sum(values) / values.Length;
        return [.. values.Select(value => value - mean)];
    }

    private static Fraction Sum(IEnumerable<Fraction> values) => values.Aggregate(Fraction.Zero, (sum, next) => sum + next);
}
