using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>What is needed of an agency to compute its total again under other weights, in decimals.</summary>
internal sealed class SampledAgency
{
    private readonly (int Indicator, int Section, decimal Weight, decimal Attainment, decimal Taken, Spread Spread)[] _entries;
    private readonly int _sections;
    private readonly decimal _adjustments;

    public SampledAgency(EvaluationScheme scheme, EvaluationGroup group, AgencyScore score)
    {
        Agency = score.Agency;
        _sections = scheme.Sections.Count;
        _adjustments = (score.Bonus - score.Deduction).ToDecimal();
        var sections = scheme.Sections.Select((section, place) => (section.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place);
        var lines = score.Lines.ToDictionary(line => line.Indicator);
        _entries =
        [
            .. scheme.Indicators.Select((indicator, place) => (indicator, place))
                .Where(pair => pair.indicator.IsWeighted && lines.ContainsKey(pair.indicator.Code))
                .Select(pair => (
                    pair.place, sections[pair.indicator.Section], group.WeightOf(pair.indicator.Code).ToDecimal(),
                    (lines[pair.indicator.Code].Attainment ?? Fraction.Zero).ToDecimal(), TakenOf(lines[pair.indicator.Code]),
                    SpreadOf(pair.indicator, lines[pair.indicator.Code]))),
        ];
    }

    private enum Spread { Kept, Within, Across }

    public AgencyCode Agency { get; }

    /// <param name="factors">For every indicator of the scheme, what its weight is multiplied by.</param>
    public decimal Total(decimal[] factors, int decimals)
    {
        Span<decimal> kept = stackalloc decimal[_sections], within = stackalloc decimal[_sections];
        var (all, pool, declared) = (0m, 0m, 0m);
        foreach (var entry in _entries)
        {
            var weight = entry.Weight * factors[entry.Indicator];
            (all, declared) = (all + weight, declared + entry.Weight);
            if (entry.Spread is Spread.Kept) kept[entry.Section] += weight;
            else if (entry.Spread is Spread.Within) within[entry.Section] += weight;
            else pool += weight;
        }

        if (all == 0) return 0;
        for (var section = 0; section < _sections; section++)
        {
            if (kept[section] == 0) pool += within[section];
        }

        // Back to the declared sum, and what does not apply spread as in WeightRules; a factor for each section.
        var scale = all == pool ? 0 : declared / (all - pool);
        for (var section = 0; section < _sections; section++)
            within[section] = kept[section] == 0 ? 0 : scale * (kept[section] + within[section]) / kept[section];

        var sum = _adjustments;
        foreach (var entry in _entries)
        {
            if (entry.Spread is not Spread.Kept) continue;
            var weight = entry.Weight * factors[entry.Indicator];
            var attainment = entry.Taken < 0 || weight == 0 ? entry.Attainment : Math.Max(0, 1 - (entry.Taken * all / (weight * declared)));
            sum += Math.Round(weight * within[entry.Section] * attainment, decimals, MidpointRounding.AwayFromZero);
        }

        return Math.Max(0, sum);
    }

    // Points an event are points and not a share: what they take of the weight changes with it. Below 0: none of that.
    private static decimal TakenOf(IndicatorLine line) =>
        line.ValueOf("taken") is { } taken && Fraction.TryParse(taken, out var points) ? points.ToDecimal() : -1;

    private static Spread SpreadOf(Indicator indicator, IndicatorLine line) =>
        line.State is not LineState.NotApplicable ? Spread.Kept
        : indicator.NotApplicable.As is NotApplicableAs.Section ? Spread.Within
        : Spread.Across;
}
