using Supervision.Language;

namespace Supervision.Evaluations;

/// <summary>The points of an agency (得分) before it is ranked.</summary>
/// <param name="Scored">The sum of the points of weighted indicators.</param>
/// <param name="Bonus">加分, at most what the scheme allows.</param>
/// <param name="Deduction">扣分, at most what the scheme allows; not below 0.</param>
/// <param name="Total">Scored and bonus less deduction, not below 0; null while something is held.</param>
/// <param name="Held">The indicators without which there is no total.</param>
/// <param name="NothingApplies">No weighted indicator applies, so there is no total either.</param>
public sealed record AgencyScore(
    AgencyCode Agency,
    Fraction Scored,
    Fraction Bonus,
    Fraction Deduction,
    Fraction? Total,
    IReadOnlyList<SectionSum> Sections,
    IReadOnlyList<IndicatorLine> Lines,
    IReadOnlyList<ItemCode> Held,
    bool NothingApplies)
{
    /// <summary>What the lines were made of, in their order, so that the next score can use them again.</summary>
    internal IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    internal IReadOnlyDictionary<ItemCode, Fraction> Factors { get; init; } = new Dictionary<ItemCode, Fraction>();

    public IndicatorLine? Line(ItemCode indicator) => Lines.FirstOrDefault(line => line.Indicator == indicator);
}

/// <summary>小计: a section with all below it.</summary>
public sealed record SectionSum(ItemCode Section, Fraction EffectiveWeight, Fraction Points);
