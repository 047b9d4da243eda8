using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>One indicator in one group: what it says of each agency, with ranks and with the rules for what is missing.</summary>
internal sealed class OutcomeRules(SchemeIndex index, EvaluationInputs inputs)
{
    /// <returns>An outcome for each agency that the indicator is for.</returns>
    public IReadOnlyDictionary<AgencyCode, Outcome> Of(Indicator indicator, EvaluationGroup group)
    {
        AgencyCode[] agencies = [.. group.Agencies.Where(agency => indicator.IsFor(agency, group))];
        var found = indicator.Function is ScoringFunction.RankOrder rank
            ? Ranked(indicator, rank, agencies)
            : agencies.ToDictionary(agency => agency, agency => Find(indicator, group.WeightOf(indicator.Code), agency));
        Fraction[] attained = [.. found.Values.Where(finding => finding.Outcome is not null).Select(finding => finding.Outcome!.Attainment)];
        return found.ToDictionary(pair => pair.Key, pair => Settle(indicator, pair.Value, attained));
    }

    private Finding Find(Indicator indicator, Fraction weight, AgencyCode agency)
    {
        if (indicator.Function is ScoringFunction.PanelMean panel)
            return PanelRules.Of(panel, inputs.Panels.GetValueOrDefault(panel.Panel), agency, inputs.Marks(indicator.Code, agency));

        if (Gap(indicator, agency) is { } gap) return gap;
        var levels = indicator.Function.Levels.Select(level => level.Constant ?? ValueOf(level.Measure!.Value, agency)).ToArray();
        var measure = index.Measures[indicator.Measure!.Value];
        return Finding.Of(AttainmentRules.Of(indicator, measure, inputs.Find(new(agency, measure.Code))!, levels, weight));
    }

    // What does not apply is said before what is missing; among each the indicator's own measure comes first.
    private Finding? Gap(Indicator indicator, AgencyCode agency)
    {
        Finding? gap = null;
        foreach (var measure in indicator.Measures())
        {
            switch (inputs.Find(new(agency, measure)))
            {
                case Measurement.NotApplicable { Reason: var reason }:
                    return Finding.DoesNotApply(reason);
                case Measurement.Missing { Reason: var reason }:
                    gap ??= Finding.IsMissing(reason);
                    break;
                case null:
                    gap ??= Finding.IsMissing(Finding.NoMeasurement);
                    break;
            }
        }

        return gap;
    }

    private Fraction ValueOf(ItemCode measure, AgencyCode agency) =>
        Measured.ValueOf(index.Measures[measure], inputs.Find(new(agency, measure)))!.Value;

    // Rank 1 + how many are strictly better. Division: by the number of ranked agencies less one, which is 4 at least.
    private Dictionary<AgencyCode, Finding> Ranked(Indicator indicator, ScoringFunction.RankOrder rank, AgencyCode[] agencies)
    {
        var found = agencies.ToDictionary(agency => agency, agency => Gap(indicator, agency) ?? Sample(indicator, agency));
        AgencyCode[] ranked = [.. agencies.Where(agency => found[agency] == default)];
        var values = ranked.ToDictionary(agency => agency, agency => ValueOf(indicator.Measure!.Value, agency));
        foreach (var agency in ranked)
        {
            found[agency] = ranked.Length < SchemeRules.SampleMin
                ? Finding.DoesNotApply(Finding.TooFewRanked)
                : Finding.Of(Rank(indicator, rank, agency, values));
        }

        return found;
    }

    // 样本不足: one matter more or less would decide the rank.
    private Finding Sample(Indicator indicator, AgencyCode agency) =>
        inputs.Find(new(agency, indicator.Measure!.Value)) is Measurement.Rate rate && rate.Whole < SchemeRules.SampleMin
            ? Finding.DoesNotApply(Finding.SampleTooSmall)
            : default;

    private Outcome Rank(
        Indicator indicator, ScoringFunction.RankOrder function, AgencyCode agency, Dictionary<AgencyCode, Fraction> values)
    {
        var own = values[agency];
        var rank = 1 + values.Values.Count(other => function.Direction is Direction.Higher ? other > own : other < own);
        var percent = function.Best - ((function.Best - function.Worst) * (rank - 1) / (values.Count - 1));
        var measure = index.Measures[indicator.Measure!.Value];
        return Outcome.Of(percent / Fraction.Hundred,
        [
            .. Measured.Values(measure, inputs.Find(new(agency, measure.Code))!, own), new("rank", rank), new("count", values.Count),
            new("best", function.Best), new("worst", function.Worst), new("percent", percent),
        ]);
    }

    private static Outcome Settle(Indicator indicator, Finding finding, Fraction[] attained) => finding switch
    {
        { Outcome: { } outcome } => outcome,
        { NotApplicable: { } reason } => NotApplicable(indicator.NotApplicable, reason),
        _ => Missing(indicator, finding.Missing!, attained),
    };

    private static Outcome NotApplicable(NotApplicableRule rule, string reason) => rule.As is NotApplicableAs.Percent
        ? new Outcome(LineState.Granted, rule.Percent!.Value / Fraction.Hundred, reason)
        : new Outcome(LineState.NotApplicable, Fraction.Zero, reason);

    // Division: of the sum of the group's attainments by their number. Nobody's value is there: nothing to lean on, so it is held.
    private static Outcome Missing(Indicator indicator, string reason, Fraction[] attained) => (indicator.Missing.As, attained.Length) switch
    {
        (MissingAs.Percent, _) => Filled("percent", indicator.Missing.Percent!.Value / Fraction.Hundred, reason),
        (MissingAs.Lowest, > 0) => Filled("lowest", attained.Aggregate(Fraction.Min), reason),
        (MissingAs.Mean, > 0) => Filled("mean", attained.Aggregate((sum, next) => sum + next) / attained.Length, reason),
        (MissingAs.NotApplicable, _) => NotApplicable(indicator.NotApplicable, reason),
        (MissingAs.None, _) => Filled("none", Fraction.Zero, reason),
        _ => new Outcome(LineState.Held, Fraction.Zero, reason),
    };

    private static Outcome Filled(string rule, Fraction attainment, string reason) => new(LineState.Filled, attainment, reason, rule);
}
