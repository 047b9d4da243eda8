namespace Supervision.Evaluations;

/// <summary>试算: what would be if. Makes varied schemes; none of them is ever approved, and no result of one is kept.</summary>
public static class SchemeTrials
{
    // A trial may do what a scheme may not: weigh otherwise, trim early, rank few.
    private static readonly HashSet<string> Allowed =
    [
        SchemeFindings.WeightsNot100.Code, SchemeFindings.ProcessShare.Code, SchemeFindings.TrimTooEarly.Code,
        SchemeFindings.EventsOverWeight.Code, SchemeFindings.RankTooFew.Code,
    ];

    /// <summary>The result of the same inputs by a varied scheme, or what makes it impossible to compute.</summary>
    public static (EvaluationResult? Result, IReadOnlyList<EvaluationFinding> Findings) Try(Evaluation evaluation, EvaluationScheme varied)
    {
        EvaluationFinding[] scheme = [.. SchemeRules.Check(varied).Where(finding => !Allowed.Contains(finding.Code))];
        if (!SchemeRules.IsSound(scheme)) return (null, scheme);

        EvaluationFinding[] inputs = [.. InputRules.Check(new SchemeIndex(varied), evaluation.Bundle)];
        return inputs.Length > 0 ? (null, inputs) : (evaluation.By(varied).Result, []);
    }

    /// <summary>One weight of a group moved, all others scaled in proportion so that their sum stays.</summary>
    /// <returns>Null when the indicator has no weight there, is for some agencies alone, or has all the weight there is.</returns>
    public static EvaluationGroup? Reweighed(EvaluationScheme scheme, EvaluationGroup group, ItemCode indicator, Fraction weight)
    {
        var before = group.WeightOf(indicator);
        var isShared = scheme.Indicators.FirstOrDefault(part => part.Code == indicator) is { Agencies: null, IsWeighted: true };
        if (!isShared || !before.IsPositive || before >= Fraction.Hundred || weight.IsNegative || weight > Fraction.Hundred) return null;

        // Division: by the weights of all others, which is above 0 here.
        var factor = (Fraction.Hundred - weight) / (Fraction.Hundred - before);
        return group with { Weights = group.Weights.ToDictionary(pair => pair.Key, pair => pair.Key == indicator ? weight : pair.Value * factor) };
    }

    public static EvaluationScheme With(this EvaluationScheme scheme, EvaluationGroup group) =>
        scheme with { Groups = [.. scheme.Groups.Select(other => other.Code == group.Code ? group : other)] };

    public static EvaluationScheme With(this EvaluationScheme scheme, ItemCode indicator, ScoringFunction function) => scheme with
    {
        Indicators = [.. scheme.Indicators.Select(other => other.Code == indicator ? other with { Function = function } : other)],
    };

    /// <summary>Every panel trims from so many marks on; 0 for never.</summary>
    public static EvaluationScheme TrimmedFrom(this EvaluationScheme scheme, int marks) => scheme with
    {
        Indicators = [.. scheme.Indicators.Select(other => other.Function is ScoringFunction.PanelMean panel
            ? other with { Function = panel with { TrimFrom = marks } }
            : other)],
    };

    /// <summary>At most so many percent of a group may have a grade; null for as many as earn it.</summary>
    public static EvaluationScheme WithQuota(this EvaluationScheme scheme, ItemCode group, ItemCode grade, Fraction? percent) => scheme with
    {
        Groups = [.. scheme.Groups.Select(other => other.Code != group ? other : other with
        {
            Quotas = [.. other.Quotas.Where(quota => quota.Grade != grade), .. percent is { } share ? [new GradeQuota(grade, share)] : Array.Empty<GradeQuota>()],
        })],
    };
}
