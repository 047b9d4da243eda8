using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>From outcomes to the points of one agency.</summary>
internal sealed class ScoreRules(EvaluationScheme scheme)
{
    private readonly SchemeIndex _index = new(scheme);

    /// <param name="outcomes">In the order of the scheme, of every indicator that is for the agency.</param>
    /// <param name="before">An earlier score of the same agency by the same scheme: its lines are used again where nothing differs.</param>
    public AgencyScore Of(
        AgencyCode agency, EvaluationGroup group, IReadOnlyList<(Indicator Indicator, Outcome Outcome)> outcomes, AgencyScore? before)
    {
        var factors = WeightRules.Factors([.. outcomes.Where(pair => pair.Indicator.IsWeighted)
            .Select(pair => new WeightRules.Entry(pair.Indicator, group.WeightOf(pair.Indicator.Code), pair.Outcome))]);
        var lines = new IndicatorLine[outcomes.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var (indicator, outcome) = outcomes[i];
            lines[i] = before is not null && ReferenceEquals(before.Outcomes[i], outcome) && IsSame(indicator, before.Factors, factors)
                ? before.Lines[i]
                : Line(indicator, outcome, group, factors);
        }

        return Sum(agency, outcomes, lines, factors.Count == 0) with { Outcomes = [.. outcomes.Select(pair => pair.Outcome)], Factors = factors };
    }

    private IndicatorLine Line(
        Indicator indicator, Outcome outcome, EvaluationGroup group, IReadOnlyDictionary<ItemCode, Fraction> factors)
    {
        var line = new IndicatorLine(
            indicator.Code, indicator.Function.KindName, outcome.State, outcome.Values, outcome.Reason, outcome.Rule, null, null, null, null, null);
        if (indicator.Function is ScoringFunction.VetoEvent veto)
            return outcome.Attainment.IsPositive ? line with { Ceiling = veto.Ceiling } : line;

        if (!indicator.IsWeighted)
        {
            var points = outcome.Attainment.Rounded(scheme.Decimals);
            return outcome.State is LineState.Held ? line : line with { Points = indicator.Kind is IndicatorKind.Deduction ? -points : points };
        }

        var weight = group.WeightOf(indicator.Code);
        if (outcome.State is LineState.NotApplicable) return line with { Weight = weight, Points = Fraction.Zero };
        var effective = weight * factors[indicator.Section];
        return outcome.State is LineState.Held
            ? line with { Weight = weight, EffectiveWeight = effective }
            : line with
            {
                Weight = weight,
                EffectiveWeight = effective,
                Attainment = outcome.Attainment,
                Points = (effective * outcome.Attainment).Rounded(scheme.Decimals),
            };
    }

    private static bool IsSame(
        Indicator indicator, IReadOnlyDictionary<ItemCode, Fraction> before, IReadOnlyDictionary<ItemCode, Fraction> after) =>
        !indicator.IsWeighted || before.GetValueOrDefault(indicator.Section) == after.GetValueOrDefault(indicator.Section);

    private AgencyScore Sum(
        AgencyCode agency, IReadOnlyList<(Indicator Indicator, Outcome Outcome)> outcomes, IndicatorLine[] lines, bool nothingApplies)
    {
        var (scored, bonus, deduction) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        for (var i = 0; i < lines.Length; i++)
        {
            var points = lines[i].Points ?? Fraction.Zero;
            if (outcomes[i].Indicator.IsWeighted) scored += points;
            else if (points.IsNegative) deduction -= points;
            else bonus += points;
        }

        bonus = Fraction.Min(bonus, scheme.BonusMax);
        deduction = Fraction.Min(deduction, scheme.DeductionMax);
        ItemCode[] held = [.. lines.Where(line => line.State is LineState.Held).Select(line => line.Indicator)];
        Fraction? total = held.Length > 0 || nothingApplies ? null : Fraction.Max(0, scored + bonus - deduction);
        return new AgencyScore(agency, scored, bonus, deduction, total, Sections(outcomes, lines), lines, held, nothingApplies);
    }

    private IReadOnlyList<SectionSum> Sections(IReadOnlyList<(Indicator Indicator, Outcome Outcome)> outcomes, IndicatorLine[] lines)
    {
        var sums = new Dictionary<ItemCode, SectionSum>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!outcomes[i].Indicator.IsWeighted) continue;
            for (ItemCode? at = outcomes[i].Indicator.Section; at is { } code; at = _index.Sections[code].Parent)
            {
                var sum = sums.GetValueOrDefault(code) ?? new SectionSum(code, Fraction.Zero, Fraction.Zero);
                sums[code] = new SectionSum(
                    code, sum.EffectiveWeight + (lines[i].EffectiveWeight ?? Fraction.Zero), sum.Points + (lines[i].Points ?? Fraction.Zero));
            }
        }

        return [.. scheme.Sections.Where(section => sums.ContainsKey(section.Code)).Select(section => sums[section.Code])];
    }
}
