using Supervision.Language;

namespace Supervision.Evaluations;

public enum IndicatorKind
{
    /// <summary>共性.</summary>
    Common,

    /// <summary>个性.</summary>
    Own,

    /// <summary>重点任务.</summary>
    PlanTasks,

    /// <summary>领导评价.</summary>
    LeadersRating,

    /// <summary>互评.</summary>
    PeerRating,

    /// <summary>群众满意度.</summary>
    PublicSatisfaction,

    /// <summary>加分.</summary>
    Bonus,

    /// <summary>扣分.</summary>
    Deduction,

    /// <summary>一票否决: a ceiling on the grade; takes no points.</summary>
    Veto,
}

/// <summary>Whether an indicator looks at how the work was done or at what came of it.</summary>
public enum IndicatorNature { Process, Result }

/// <summary>指标: a leaf of the tree.</summary>
/// <param name="Agencies">The only agencies it is for; null for every agency of a group that gives it a weight.</param>
/// <param name="Measure">What it is computed from; null where judges score.</param>
/// <param name="Evidence">佐证材料 that an agency has to hold ready, in words.</param>
public sealed record Indicator(
    ItemCode Code,
    ItemCode Section,
    string Name,
    IndicatorKind Kind,
    IndicatorNature Nature,
    ScoringFunction Function,
    MissingRule Missing,
    NotApplicableRule NotApplicable,
    string Evidence,
    ItemCode? Measure = null,
    IReadOnlyList<AgencyCode>? Agencies = null)
{
    /// <summary>It has a weight and part of the hundred points; the others add, deduct or veto.</summary>
    public bool IsWeighted => Kind is not (IndicatorKind.Bonus or IndicatorKind.Deduction or IndicatorKind.Veto);

    public bool IsFor(AgencyCode agency, EvaluationGroup group) =>
        (!IsWeighted || group.WeightOf(Code).IsPositive) && (Agencies is null || Agencies.Contains(agency));

    /// <summary>Every measure it reads: its own first, then those that its function names.</summary>
    public IEnumerable<ItemCode> Measures() =>
        (Measure is { } own ? [own] : Enumerable.Empty<ItemCode>()).Concat(Function.Levels.Select(level => level.Measure).OfType<ItemCode>());
}

/// <summary>What a value that is not there counts as. None of these is chosen by silence.</summary>
public enum MissingAs
{
    /// <summary>Nothing: the agency has no total, no grade and no rank until the value is there.</summary>
    Hold,

    /// <summary>A declared percentage of the weight, which may be 0.</summary>
    Percent,

    /// <summary>The lowest attainment in the group.</summary>
    Lowest,

    /// <summary>The mean attainment of the group.</summary>
    Mean,

    /// <summary>As not applicable.</summary>
    NotApplicable,

    /// <summary>Nothing known has happened: for bonus, deduction and veto alone.</summary>
    None,
}

public sealed record MissingRule(MissingAs As, Fraction? Percent = null);

/// <summary>Where the weight of an indicator goes that does not apply to an agency.</summary>
public enum NotApplicableAs
{
    /// <summary>To the other indicators of its section, in proportion; to all when none is left there.</summary>
    Section,

    /// <summary>To all other indicators of the agency, in proportion.</summary>
    All,

    /// <summary>Nowhere: a declared percentage of it is given.</summary>
    Percent,

    /// <summary>It always applies; a measurement that says otherwise is refused.</summary>
    Refuse,

    /// <summary>It has none: for bonus, deduction and veto alone.</summary>
    None,
}

public sealed record NotApplicableRule(NotApplicableAs As, Fraction? Percent = null);
