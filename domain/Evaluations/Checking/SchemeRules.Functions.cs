namespace Supervision.Evaluations;

/// <remarks>Functions: nothing divides by zero, steps fall from the best, ranks have enough agencies.</remarks>
public static partial class SchemeRules
{
    /// <summary>A ratio gives at most twice the weight.</summary>
    public const int RatioCapMax = 2;

    /// <summary>Fewer marks than this are never trimmed: too little would remain.</summary>
    public const int TrimFromMin = 5;

    private static IEnumerable<EvaluationFinding> Functions(EvaluationScheme scheme, SchemeIndex index) =>
        scheme.Indicators.SelectMany(indicator => Function(scheme, indicator, index, $"indicators/{indicator.Code}/function"));

    private static IEnumerable<EvaluationFinding> Function(
        EvaluationScheme scheme, Indicator indicator, SchemeIndex index, string place)
    {
        IEnumerable<EvaluationFinding> unfit = MayHave(indicator.Kind, indicator.Function)
            ? []
            : [SchemeFindings.FunctionUnfit.At(place, indicator.Kind, indicator.Function.KindName)];
        return unfit.Concat(indicator.Function switch
        {
            ScoringFunction.Ratio ratio => RatioOf(ratio, place),
            ScoringFunction.Linear linear => Apart(linear.Floor.Constant, linear.Target.Constant, place),
            ScoringFunction.Difference difference => Apart(difference.Floor, difference.Target, place),
            ScoringFunction.StepTable table => Steps(table, place),
            ScoringFunction.ClassTable table => Classes(table, place),
            ScoringFunction.RankOrder rank => Ranks(scheme, indicator, rank, place),
            ScoringFunction.MilestoneDay milestone => Percents(place, milestone.LatePercent),
            ScoringFunction.PerEvent events => Events(scheme, indicator, events, place),
            ScoringFunction.PanelMean panel => PanelOf(panel, place),
            ScoringFunction.VetoEvent veto when !index.Grades.ContainsKey(veto.Ceiling) =>
                [SchemeFindings.CodeUnknown.At($"{place}/ceiling", veto.Ceiling)],
            _ => [],
        });
    }

    private static bool MayHave(IndicatorKind kind, ScoringFunction function) => kind switch
    {
        IndicatorKind.Bonus or IndicatorKind.Deduction => function is ScoringFunction.PerEvent,
        IndicatorKind.Veto => function is ScoringFunction.VetoEvent,
        IndicatorKind.LeadersRating or IndicatorKind.PeerRating => function is ScoringFunction.PanelMean,
        _ => function is not ScoringFunction.VetoEvent,
    };

    private static IEnumerable<EvaluationFinding> RatioOf(ScoringFunction.Ratio ratio, string place)
    {
        if (ratio.Target.Constant is { IsPositive: false } target) yield return SchemeFindings.TargetNotPositive.At(place, target);
        if (!ratio.Cap.IsPositive || ratio.Cap > RatioCapMax)
            yield return SchemeFindings.CapOutOfRange.At(place, ratio.Cap, RatioCapMax, Fraction.DecimalsMax);
    }

    private static IEnumerable<EvaluationFinding> Apart(Fraction? floor, Fraction? target, string place) =>
        floor is { } value && floor == target ? [SchemeFindings.FloorIsTarget.At(place, value)] : [];

    private static IEnumerable<EvaluationFinding> Steps(ScoringFunction.StepTable table, string place)
    {
        for (var i = 1; i < table.Steps.Count; i++)
        {
            var (before, step) = (table.Steps[i - 1], table.Steps[i]);
            var falls = table.Direction is Direction.Higher ? step.At < before.At : step.At > before.At;
            if (!falls || step.Percent > before.Percent) yield return SchemeFindings.StepsOutOfOrder.At(place, step.At);
        }

        if (table.Steps.Count == 0 || table.Otherwise > table.Steps[^1].Percent)
            yield return SchemeFindings.StepsOutOfOrder.At(place, table.Otherwise);
        foreach (var finding in Percents(place, [table.Otherwise, .. table.Steps.Select(step => step.Percent)])) yield return finding;
    }

    private static IEnumerable<EvaluationFinding> Classes(ScoringFunction.ClassTable table, string place)
    {
        if (table.Classes.Count == 0) yield return SchemeFindings.StepsOutOfOrder.At(place, "");
        for (var i = 0; i < table.Classes.Count; i++)
        {
            var here = table.Classes[i];
            if (table.Classes.Take(i).Any(before => before.Class == here.Class || before.Percent < here.Percent))
                yield return SchemeFindings.StepsOutOfOrder.At(place, here.Class);
        }

        foreach (var finding in Percents(place, [.. table.Classes.Select(entry => entry.Percent)])) yield return finding;
    }

    private static IEnumerable<EvaluationFinding> Ranks(
        EvaluationScheme scheme, Indicator indicator, ScoringFunction.RankOrder rank, string place)
    {
        if (rank.Best <= rank.Worst) yield return SchemeFindings.RankOutOfOrder.At(place, rank.Best, rank.Worst);
        foreach (var finding in Percents(place, rank.Best, rank.Worst)) yield return finding;
        foreach (var group in scheme.Groups)
        {
            var count = group.Agencies.Count(agency => indicator.IsFor(agency, group));
            if (count is > 0 and < SampleMin) yield return SchemeFindings.RankTooFew.At(place, group.Code, count, SampleMin);
        }
    }

    private static IEnumerable<EvaluationFinding> Events(
        EvaluationScheme scheme, Indicator indicator, ScoringFunction.PerEvent events, string place)
    {
        if (!events.Each.IsPositive || events.Each > events.Cap)
            yield return SchemeFindings.EventsUnfit.At(place, events.Each, events.Cap);
        foreach (var group in scheme.Groups)
        {
            var weight = group.WeightOf(indicator.Code);
            if (indicator.IsWeighted && weight.IsPositive && events.Cap > weight)
                yield return SchemeFindings.EventsOverWeight.At(place, events.Cap, group.Code, weight);
        }
    }

    private static IEnumerable<EvaluationFinding> PanelOf(ScoringFunction.PanelMean panel, string place)
    {
        if (!panel.Scale.IsPositive || panel.MarksMin < 1) yield return SchemeFindings.PanelUnfit.At(place);
        if (panel.TrimFrom == 0) yield return SchemeFindings.NotTrimmed.At(place, TrimFromMin);
        else if (panel.TrimFrom < TrimFromMin) yield return SchemeFindings.TrimTooEarly.At(place, panel.TrimFrom, TrimFromMin);
    }

    private static IEnumerable<EvaluationFinding> Percents(string place, params Fraction[] percents) => percents
        .Where(percent => !IsPercent(percent)).Select(percent => SchemeFindings.PercentOutOfRange.At(place, percent));
}
