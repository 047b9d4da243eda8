using Supervision.Language;

namespace Supervision.Evaluations;

/// <remarks>Weights, and what share of them the process has.</remarks>
public static partial class SchemeRules
{
    /// <summary>No scheme may give the process more than this, in percent. A default, to be confirmed by the office.</summary>
    public static readonly Fraction ProcessShareCeiling = 50;

    /// <summary>The share of indicators of the process in the weights of one agency, in percent.</summary>
    public static Fraction ProcessShareOf(EvaluationScheme scheme, EvaluationGroup group, AgencyCode agency)
    {
        var (all, process) = (Fraction.Zero, Fraction.Zero);
        foreach (var indicator in scheme.Indicators.Where(indicator => indicator.IsWeighted && indicator.IsFor(agency, group)))
        {
            all += group.WeightOf(indicator.Code);
            if (indicator.Nature is IndicatorNature.Process) process += group.WeightOf(indicator.Code);
        }

        return all.IsZero ? Fraction.Zero : process * Fraction.Hundred / all;
    }

    private static IEnumerable<EvaluationFinding> Weights(EvaluationScheme scheme, SchemeIndex index)
    {
        if (scheme.ProcessShareMax.IsNegative || scheme.ProcessShareMax > ProcessShareCeiling)
            yield return SchemeFindings.ProcessCapTooHigh.At("processShareMax", scheme.ProcessShareMax, ProcessShareCeiling);

        foreach (var group in scheme.Groups)
        {
            foreach (var finding in WeightsOf(group, index).Concat(Sums(scheme, group)).Concat(ProcessShares(scheme, group)))
                yield return finding;
        }

        foreach (var indicator in scheme.Indicators
            .Where(indicator => indicator.IsWeighted && !scheme.Groups.Any(group => group.WeightOf(indicator.Code).IsPositive)))
        {
            yield return SchemeFindings.WeightNowhere.At($"indicators/{indicator.Code}");
        }
    }

    private static IEnumerable<EvaluationFinding> WeightsOf(EvaluationGroup group, SchemeIndex index)
    {
        foreach (var (code, weight) in group.Weights)
        {
            var place = $"groups/{group.Code}/weights/{code}";
            if (!index.Indicators.TryGetValue(code, out var indicator)) yield return SchemeFindings.CodeUnknown.At(place, code);
            else if (!indicator.IsWeighted) yield return SchemeFindings.WeightOfAdjustment.At(place, code);
            if (weight.IsNegative) yield return SchemeFindings.WeightNegative.At(place, code, weight);
        }
    }

    // One finding for all agencies of a group with the same wrong sum.
    private static IEnumerable<EvaluationFinding> Sums(EvaluationScheme scheme, EvaluationGroup group) => group.Agencies
        .GroupBy(agency => scheme.Indicators
            .Where(indicator => indicator.IsWeighted && indicator.IsFor(agency, group))
            .Aggregate(Fraction.Zero, (sum, indicator) => sum + group.WeightOf(indicator.Code)))
        .Where(same => same.Key != Fraction.Hundred)
        .Select(same => SchemeFindings.WeightsNot100.At($"groups/{group.Code}/weights", string.Join(", ", same), same.Key));

    private static IEnumerable<EvaluationFinding> ProcessShares(EvaluationScheme scheme, EvaluationGroup group) => group.Agencies
        .GroupBy(agency => ProcessShareOf(scheme, group, agency))
        .Where(same => same.Key > scheme.ProcessShareMax)
        .Select(same => SchemeFindings.ProcessShare.At(
            $"groups/{group.Code}/weights", string.Join(", ", same), same.Key.Rounded(2), scheme.ProcessShareMax));
}
