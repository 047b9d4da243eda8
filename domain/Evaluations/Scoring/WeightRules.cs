namespace Supervision.Evaluations;

/// <summary>Where the weights go of what does not apply to an agency. Exact; the divisors are sums of weights above 0.</summary>
internal static class WeightRules
{
    /// <param name="Indicator">A weighted indicator that is for the agency.</param>
    /// <param name="Weight">Its declared weight.</param>
    /// <param name="Outcome">What it says of the agency.</param>
    public readonly record struct Entry(Indicator Indicator, Fraction Weight, Outcome Outcome)
    {
        public bool Applies => Outcome.State is not LineState.NotApplicable;
    }

    /// <returns>Factors by which declared weights are multiplied, by section; empty when nothing applies at all.</returns>
    public static IReadOnlyDictionary<ItemCode, Fraction> Factors(IReadOnlyList<Entry> entries)
    {
        if (entries.All(entry => entry.Applies)) return entries.Select(entry => entry.Indicator.Section).Distinct().ToDictionary(code => code, _ => Fraction.One);

        var (all, pool) = (Fraction.Zero, Fraction.Zero);
        var factors = new Dictionary<ItemCode, Fraction>();
        foreach (var section in entries.GroupBy(entry => entry.Indicator.Section))
        {
            var (kept, within, across) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
            foreach (var entry in section)
            {
                if (entry.Applies) kept += entry.Weight;
                else if (entry.Indicator.NotApplicable.As is NotApplicableAs.Section) within += entry.Weight;
                else across += entry.Weight;
            }

            all += kept + within + across;
            pool += kept.IsZero ? within + across : across;
            if (kept.IsPositive) factors[section.Key] = (kept + within) / kept;
        }

        return all == pool ? new Dictionary<ItemCode, Fraction>() : factors.ToDictionary(pair => pair.Key, pair => pair.Value * all / (all - pool));
    }
}
