using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>How firm a rank is when nobody is sure of the weights.</summary>
/// <param name="Rank">By points alone with the declared weights.</param>
/// <param name="Same">In so many of the samples the rank is the same.</param>
public sealed record RankStability(AgencyCode Agency, int Rank, int Best, int Worst, int Same);

/// <summary>
/// Ranks under random weights: every weight of an agency is multiplied by 1 ± up to a spread and all are scaled back to
/// their sum. Seeded, so that a table can be made again.
/// </summary>
/// <remarks>
/// In decimals of 28 digits and not in fractions, since no result comes of it: points are rounded as in a result, and
/// could differ only where an exact value lies within 10⁻²⁰ of a half.
/// </remarks>
public static class WeightSamples
{
    public const int SamplesMax = 100_000;

    private const int Grain = 1000;

    /// <param name="spreadPercent">How far a weight may move, from 0 to 100 percent of itself.</param>
    /// <returns>In order of the ranks with the declared weights; agencies without a total are left out.</returns>
    public static IReadOnlyList<RankStability> Draw(Evaluation evaluation, ItemCode group, int samples, int spreadPercent, ulong seed)
    {
        var scheme = evaluation.Bundle.Scheme;
        var sampled = evaluation.Sampled(group);
        var numbers = new SeededNumbers(seed);
        var declared = Ranks(sampled, [.. Enumerable.Repeat(1m, scheme.Indicators.Count)], scheme.Decimals);
        var (best, worst, same) = (declared.ToArray(), declared.ToArray(), new int[declared.Length]);
        var spread = Math.Clamp(spreadPercent, 0, 100) / 100m;
        for (var sample = 0; sample < Math.Clamp(samples, 0, SamplesMax); sample++)
        {
            decimal[] factors = [.. scheme.Indicators.Select(_ => 1m + (spread * (numbers.Next((2 * Grain) + 1) - Grain) / Grain))];
            var ranks = Ranks(sampled, factors, scheme.Decimals);
            for (var i = 0; i < ranks.Length; i++)
            {
                (best[i], worst[i]) = (Math.Min(best[i], ranks[i]), Math.Max(worst[i], ranks[i]));
                if (ranks[i] == declared[i]) same[i]++;
            }
        }

        return
        [
            .. sampled.Select((agency, i) => new RankStability(agency.Agency, declared[i], best[i], worst[i], same[i]))
                .OrderBy(agency => agency.Rank).ThenBy(agency => agency.Agency.Value, StringComparer.Ordinal),
        ];
    }

    private static int[] Ranks(IReadOnlyList<SampledAgency> agencies, decimal[] factors, int decimals)
    {
        decimal[] totals = [.. agencies.Select(agency => agency.Total(factors, decimals))];
        decimal[] sorted = [.. totals.OrderDescending()];
        return [.. totals.Select(total => 1 + Array.IndexOf(sorted, total))];
    }
}
