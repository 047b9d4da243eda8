using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Indicators;

/// <summary>What one kind of indicator asks for.</summary>
/// <param name="Direction">The only direction that makes sense; null where both do.</param>
/// <param name="CountsFromZero">Without a baseline it starts from nothing; else nobody knows how far it has come.</param>
/// <param name="Grows">Little by little, so that a straight line says where it should be; else it comes all at once.</param>
/// <param name="IsWhole">Made of whole things: a part of one is not expected.</param>
internal sealed record KindRules(
    bool NeedsUnit, bool NeedsTarget, Direction? Direction, bool CanSum, bool CountsFromZero, bool Grows,
    Func<TargetValue, Term?> TargetFlaw, Func<TargetValue, Term?> ValueFlaw, bool NeedsReference = false, bool IsWhole = false)
{
    private static readonly Dictionary<IndicatorKind, KindRules> Table = new()
    {
        [IndicatorKind.Count] = new(true, true, null, CanSum: true, CountsFromZero: true, Grows: true, NotNegative, NotNegative, IsWhole: true),
        [IndicatorKind.Ratio] = new(true, true, null, CanSum: false, CountsFromZero: true, Grows: true, ANumber, ANumber),
        [IndicatorKind.FullCoverage] = new(true, true, Indicators.Direction.Up, CanSum: true, CountsFromZero: true, Grows: true, Positive, NotNegative),
        [IndicatorKind.ZeroGrowth] = new(true, true, Indicators.Direction.Down, CanSum: false, CountsFromZero: false, Grows: true, Zero, ANumber),
        [IndicatorKind.Ordinal] = new(false, true, null, CanSum: false, CountsFromZero: false, Grows: false, AClass, AClass),
        [IndicatorKind.DifferenceToReference] = new(
            true, true, null, CanSum: false, CountsFromZero: false, Grows: true, ANumber, ANumber, NeedsReference: true),
        [IndicatorKind.Capacity] = new(true, true, null, CanSum: true, CountsFromZero: true, Grows: true, Positive, NotNegative),
        [IndicatorKind.Time] = new(true, true, null, CanSum: false, CountsFromZero: false, Grows: true, Positive, NotNegative),
        [IndicatorKind.Composite] = new(
            false, true, Indicators.Direction.Up, CanSum: true, CountsFromZero: true, Grows: true, SomeParts, Parts, IsWhole: true),
        [IndicatorKind.Milestone] = new(
            false, false, Indicators.Direction.Up, CanSum: false, CountsFromZero: true, Grows: false, One, OneOrZero),
        [IndicatorKind.Directional] = new(false, false, null, CanSum: false, CountsFromZero: false, Grows: false, Nothing, Anything),
    };

    public static KindRules Of(IndicatorKind kind) => Table[kind];

    private static Term? ANumber(TargetValue value) => value.Number is null ? new("应为数字", "it must be a number") : null;

    private static Term? NotNegative(TargetValue value) => value.Number is >= 0 ? null : new("应为不小于 0 的数字", "it must be a number of at least 0");

    private static Term? Positive(TargetValue value) => value.Number is > 0 ? null : new("应为大于 0 的数字", "it must be a number above 0");

    private static Term? Zero(TargetValue value) => value.Number is 0 ? null : new("零增长的目标是 0", "the target of zero growth is 0");

    private static Term? AClass(TargetValue value) =>
        OrdinalScale.RankOf(value) is null ? new("应为等级，如 Ⅲ类、三级、丙", "it must be a class, such as Ⅲ, III or 3") : null;

    private static Term? SomeParts(TargetValue value) =>
        value.Number is >= 1 and { } parts && decimal.IsInteger(parts) ? null : new("应为部分的个数，至少 1", "it must be how many parts there are, 1 at least");

    private static Term? Parts(TargetValue value) =>
        value.Number is >= 0 and { } parts && decimal.IsInteger(parts) ? null : new("应为已完成部分的个数", "it must be how many parts are there");

    private static Term? One(TargetValue value) => value.Number is 1 ? null : new("节点的目标是 1，或不填", "the target of a milestone is 1, or left out");

    private static Term? OneOrZero(TargetValue value) =>
        value.Number is 0 or 1 ? null : new("已达到填 1，未达到填 0", "1 when it is reached, 0 when it is not");

    private static Term? Nothing(TargetValue value) => new("方向性指标没有目标值", "what only names a direction has no target");

    private static Term? Anything(TargetValue value) => null;
}
