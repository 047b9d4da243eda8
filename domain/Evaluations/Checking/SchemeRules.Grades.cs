namespace Supervision.Evaluations;

/// <remarks>What stands in for a value that is not there; grades, quotas and ties.</remarks>
public static partial class SchemeRules
{
    private static IEnumerable<EvaluationFinding> Rules(EvaluationScheme scheme)
    {
        foreach (var indicator in scheme.Indicators)
        {
            var place = $"indicators/{indicator.Code}";
            if (!Fits(indicator, indicator.Missing)) yield return SchemeFindings.MissingUnfit.At($"{place}/missing", indicator.Missing.As);
            if (!Fits(indicator, indicator.NotApplicable))
                yield return SchemeFindings.NotApplicableUnfit.At($"{place}/notApplicable", indicator.NotApplicable.As);
        }
    }

    private static bool Fits(Indicator indicator, MissingRule rule) =>
        (rule.As is MissingAs.Percent ? IsPercent(rule.Percent) : rule.Percent is null)
        && (indicator.IsWeighted ? rule.As is not MissingAs.None : rule.As is MissingAs.Hold or MissingAs.None)
        && (rule.As is not MissingAs.NotApplicable || indicator.NotApplicable.As is not NotApplicableAs.Refuse);

    // A rank among too few does not apply, so it needs a place where its weight goes.
    private static bool Fits(Indicator indicator, NotApplicableRule rule) =>
        (rule.As is NotApplicableAs.Percent ? IsPercent(rule.Percent) : rule.Percent is null)
        && (indicator.IsWeighted ? rule.As is not NotApplicableAs.None : rule.As is NotApplicableAs.Refuse or NotApplicableAs.None)
        && (indicator.Function is not ScoringFunction.RankOrder || rule.As is not NotApplicableAs.Refuse);

    private static IEnumerable<EvaluationFinding> Grades(EvaluationScheme scheme, SchemeIndex index)
    {
        if (scheme.Grades.Count < 2) yield return SchemeFindings.GradesTooFew.At("grades");
        for (var i = 0; i < scheme.Grades.Count; i++)
        {
            var falls = i == 0 || scheme.Grades[i].From < scheme.Grades[i - 1].From;
            var ends = i < scheme.Grades.Count - 1 || scheme.Grades[i].From.IsZero;
            if (!falls || !ends) yield return SchemeFindings.GradesOutOfOrder.At($"grades/{scheme.Grades[i].Code}", scheme.Grades[i].Code);
        }

        foreach (var finding in scheme.Groups.SelectMany(group => Quotas(scheme, group, index)).Concat(Ties(scheme, index)))
            yield return finding;
    }

    private static IEnumerable<EvaluationFinding> Quotas(EvaluationScheme scheme, EvaluationGroup group, SchemeIndex index)
    {
        foreach (var quota in group.Quotas)
        {
            var place = $"groups/{group.Code}/quotas/{quota.Grade}";
            if (!index.Grades.ContainsKey(quota.Grade)) yield return SchemeFindings.CodeUnknown.At(place, quota.Grade);
            else if (quota.Grade == scheme.Grades[^1].Code) yield return SchemeFindings.QuotaOfLast.At(place, quota.Grade);
            if (!IsPercent(quota.Percent)) yield return SchemeFindings.PercentOutOfRange.At(place, quota.Percent);
            else if (group.Agencies.Count > 0 && quota.SeatsAmong(group.Agencies.Count) == 0)
                yield return SchemeFindings.QuotaNoSeat.At(place, group.Code, group.Agencies.Count, quota.Grade, quota.Percent);
        }
    }

    private static IEnumerable<EvaluationFinding> Ties(EvaluationScheme scheme, SchemeIndex index)
    {
        if (scheme.Ties.Count == 0) yield return SchemeFindings.TiesMissing.At("ties");
        for (var i = 0; i < scheme.Ties.Count; i++)
        {
            var (place, tie) = ($"ties/{i}", scheme.Ties[i]);
            if ((tie.Code is null) != (tie.By is TieBy.Deduction or TieBy.Bonus)) yield return SchemeFindings.TieUnfit.At(place, tie.By);
            else if (tie is { By: TieBy.Indicator, Code: { } indicator } && !index.Indicators.ContainsKey(indicator))
                yield return SchemeFindings.CodeUnknown.At(place, indicator);
            else if (tie is { By: TieBy.Section, Code: { } section } && !index.Sections.ContainsKey(section))
                yield return SchemeFindings.CodeUnknown.At(place, section);
        }
    }
}
