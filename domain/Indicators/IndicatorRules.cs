using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Indicators;

/// <summary>What an indicator must be made of, by kind. Pure; the kinds are a table, so that a new one is a line.</summary>
public static class IndicatorRules
{
    public const int IndicatorsMax = 20;
    public const int IdLengthMax = 20;
    public const int TextLengthMax = 200;
    public const int TrajectoryMax = 60;

    /// <summary>Larger than any figure of a city's plan, and small enough that sums and permille stay exact.</summary>
    public const decimal NumberMax = 1_000_000_000_000m;

    /// <summary>What is wrong with the indicators of one task, as a refusal that names indicator and field; null when nothing is.</summary>
    public static Decision? FlawOf(IReadOnlyList<Indicator>? indicators)
    {
        if (indicators is null) return null;
        if (indicators.Count > IndicatorsMax)
            return Decision.Refuse(IndicatorRefusals.TooMany, IndicatorsMax);
        if (indicators.GroupBy(indicator => indicator.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(IndicatorRefusals.Twice, twice.Key);

        return indicators.Select(FlawOf).FirstOrDefault(flaw => flaw is not null);
    }

    public static Decision? FlawOf(Indicator indicator)
    {
        if (!TextId.IsWellFormed(indicator.Id, IdLengthMax, allowed: "-"))
            return Unfit(indicator, Fields.Id, new($"1 至 {IdLengthMax} 个小写字母、数字或连字符", $"1 to {IdLengthMax} lower-case letters, digits or hyphens"));
        if (string.IsNullOrWhiteSpace(indicator.Name))
            return Decision.Refuse(IndicatorRefusals.FieldMissing, indicator.Id, Fields.Name);
        if (TooLong(indicator) is { } field)
            return Unfit(indicator, field, new($"最多 {TextLengthMax} 字，不含控制字符", $"at most {TextLengthMax} characters, none of them control characters"));

        return MissingOf(indicator) ?? TargetFlaw(indicator) ?? ComparisonFlaw(indicator) ?? NumbersFlaw(indicator) ?? TrajectoryFlaw(indicator);
    }

    private static Term? TooLong(Indicator indicator) => new (Term Field, string? Text)[]
    {
        (Fields.Name, indicator.Name), (Fields.Unit, indicator.Unit), (Fields.DataSource, indicator.DataSource), (Fields.Reference, indicator.Reference),
    }.FirstOrDefault(pair => pair.Text is { } text && (text.Length > TextLengthMax || text.Any(char.IsControl))).Field;

    private static Decision? MissingOf(Indicator indicator)
    {
        var kind = KindRules.Of(indicator.Kind);
        if (kind.NeedsUnit && string.IsNullOrWhiteSpace(indicator.Unit))
            return Decision.Refuse(IndicatorRefusals.FieldMissing, indicator.Name, Fields.Unit);
        if (kind.NeedsTarget && indicator.Target is null)
            return Decision.Refuse(IndicatorRefusals.FieldMissing, indicator.Name, Fields.Target);
        if (kind.NeedsReference && string.IsNullOrWhiteSpace(indicator.Reference))
            return Decision.Refuse(IndicatorRefusals.FieldMissing, indicator.Name, Fields.Reference);
        if (!kind.NeedsReference && indicator.Reference is not null)
            return Unfit(indicator, Fields.Reference, new("只有差值指标对照另一数列", "only a difference has a series beside it"));
        if (kind.Direction is { } direction && indicator.Direction != direction)
            return Unfit(indicator, Fields.Direction, new($"此类指标应为 {direction}", $"this kind goes {direction}"));

        return indicator.Sums is Aggregation.Sum && !kind.CanSum
            ? Unfit(indicator, Fields.Sums, new("此类指标不能求和", "this kind does not add up"))
            : null;
    }

    private static Decision? TargetFlaw(Indicator indicator) =>
        indicator.Target is { } target && KindRules.Of(indicator.Kind).TargetFlaw(target) is { } flaw
            ? Unfit(indicator, Fields.Target, flaw)
            : null;

    // At least and more than go up, at most and less than go down; "=" names how many there are in the text, and fits both.
    private static Decision? ComparisonFlaw(Indicator indicator) => (indicator.Op, indicator.Direction) switch
    {
        (null or TargetComparison.Exactly, _) => null,
        (TargetComparison.Done, _) => indicator.Kind is IndicatorKind.Milestone ? null : Comparison(indicator),
        (TargetComparison.AtLeastAsGoodAs, _) => indicator.Kind is IndicatorKind.Ordinal ? null : Comparison(indicator),
        (TargetComparison.AtLeast or TargetComparison.MoreThan, Direction.Up) => null,
        (TargetComparison.AtMost or TargetComparison.LessThan, Direction.Down) => null,
        _ => Comparison(indicator),
    };

    private static Decision Comparison(Indicator indicator) => Unfit(
        indicator, Fields.Comparison, new("与指标的类型或方向不一致", "it contradicts the kind or the direction"));

    private static Decision? NumbersFlaw(Indicator indicator) =>
        indicator.Baseline is { } baseline && IsTooLarge(baseline)
        || indicator.Target?.Number is { } target && IsTooLarge(target)
        || indicator.Trajectory.Any(point => IsTooLarge(point.Expected))
            ? Unfit(indicator, Fields.Target, TooLarge)
            : null;

    private static Decision? TrajectoryFlaw(Indicator indicator)
    {
        var points = indicator.Trajectory;
        if (points.Count > 0 && indicator.Kind is IndicatorKind.Directional)
            return Unfit(indicator, Fields.Trajectory, new("没有目标值的指标不能设进度计划", "what has no target has none"));
        if (points.Count > TrajectoryMax)
            return Unfit(indicator, Fields.Trajectory, new($"最多 {TrajectoryMax} 个节点", $"at most {TrajectoryMax} points"));
        if (points.Zip(points.Skip(1)).Any(pair => pair.First.On >= pair.Second.On))
            return Unfit(indicator, Fields.Trajectory, new("日期须逐个递增", "its days must follow each other"));

        return points.Zip(points.Skip(1)).Any(pair => Better(indicator.Direction, pair.First.Expected, pair.Second.Expected))
            ? Unfit(indicator, Fields.Trajectory, new("计划值不能倒退", "what is expected must not go backwards"))
            : null;
    }

    /// <summary>What is wrong with a recorded value and its evidence's sibling, the value of the other series; null when nothing is.</summary>
    public static Decision? ValueFlaw(Indicator indicator, TargetValue value, decimal? referenceValue)
    {
        var kind = KindRules.Of(indicator.Kind);
        if (kind.ValueFlaw(value) is { } flaw)
            return Decision.Refuse(IndicatorRefusals.ValueUnfit, TextOf(value), indicator.Name, flaw);
        if (kind.NeedsReference && referenceValue is null)
            return Decision.Refuse(IndicatorRefusals.FieldMissing, indicator.Name, Fields.ReferenceValue);
        if (!kind.NeedsReference && referenceValue is not null)
            return Unfit(indicator, Fields.ReferenceValue, new("只有差值指标对照另一数列", "only a difference has a series beside it"));

        return value.Number is { } number && IsTooLarge(number) || referenceValue is { } other && IsTooLarge(other)
            ? Decision.Refuse(IndicatorRefusals.ValueUnfit, TextOf(value), indicator.Name, TooLarge)
            : null;
    }

    /// <summary>Whether the first is strictly better.</summary>
    internal static bool Better(Direction direction, decimal first, decimal second) =>
        direction is Direction.Up ? first > second : first < second;

    internal static bool IsTooLarge(decimal number) => Math.Abs(number) > NumberMax;

    private static Term TooLarge { get; } = new($"数值超过 {NumberMax}", $"a number beyond {NumberMax}");

    private static string TextOf(TargetValue value) =>
        value.Name ?? value.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static Decision Unfit(Indicator indicator, Term field, Term why) =>
        Decision.Refuse(IndicatorRefusals.FieldUnfit, string.IsNullOrWhiteSpace(indicator.Name) ? indicator.Id : indicator.Name, field, why);

    private static class Fields
    {
        public static readonly Term Id = new("编号", "id");
        public static readonly Term Name = new("名称", "name");
        public static readonly Term Unit = new("单位", "unit");
        public static readonly Term Direction = new("方向", "direction");
        public static readonly Term Sums = new("汇总方式", "sums");
        public static readonly Term Comparison = new("比较方式", "op");
        public static readonly Term Target = new("目标值", "target");
        public static readonly Term Trajectory = new("进度计划", "trajectory");
        public static readonly Term DataSource = new("数据来源", "dataSource");
        public static readonly Term Reference = new("对照数列", "reference");
        public static readonly Term ReferenceValue = new("对照值", "referenceValue");
    }
}
