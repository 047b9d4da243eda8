using Supervision.Indicators;

namespace Supervision.Plans;

/// <summary>A target of the text as an indicator: its kind, which way is better, and how parts of it add up, from its words.</summary>
internal static class IndicatorProposals
{
    private const int NameLengthMax = 100;

    private static readonly string[] CapacityUnits = ["MW", "GW", "KW", "kW", "千瓦", "万千瓦", "兆瓦", "吨", "万吨", "立方米", "亿立方米", "升"];
    private static readonly string[] TimeUnits = ["分钟", "小时", "天", "日", "工作日", "个工作日", "个月", "秒"];
    private static readonly string[] References = ["全省平均", "全国平均", "全市平均"];
    private static readonly string[] Downward = ["缩小", "降低", "下降", "减少", "压缩", "控制在", "不超过", "低于"];

    public static Indicator Of(PlanTarget target, string id, PlanNode node)
    {
        var kind = KindOf(target);
        var name = string.IsNullOrWhiteSpace(target.Metric) ? node.Title : target.Metric;
        return new Indicator(
            id, name.Length <= NameLengthMax ? name : name[..NameLengthMax], kind, UnitOf(target, kind), DirectionOf(target, kind), SumsOf(kind),
            Baseline: null, target.Op, kind is IndicatorKind.Directional ? null : target.Value, target.Strength, [],
            Reference: kind is IndicatorKind.DifferenceToReference ? ReferenceIn(target.Quote) : null, Quote: target.Quote, Line: target.Line ?? node.Line);
    }

    private static IndicatorKind KindOf(PlanTarget target) => target switch
    {
        { Op: TargetComparison.Done } => IndicatorKind.Milestone,
        { Value.Name: not null } => IndicatorKind.Ordinal,
        { Value: null } => IndicatorKind.Directional,
        _ when Mentions(target, "零增长") => IndicatorKind.ZeroGrowth,
        _ when ReferenceIn(target.Quote) is not null => IndicatorKind.DifferenceToReference,
        { Unit: "%" or "％", Value.Number: 100 } => IndicatorKind.FullCoverage,
        _ when Mentions(target, "全覆盖") => IndicatorKind.FullCoverage,
        { Unit: "%" or "％" or "百分点" or "个百分点" } => IndicatorKind.Ratio,
        { Unit: { } unit } when CapacityUnits.Contains(unit) => IndicatorKind.Capacity,
        { Unit: { } unit } when TimeUnits.Contains(unit) => IndicatorKind.Time,
        _ => IndicatorKind.Count,
    };

    // 零增长 and 全覆盖 say what is measured in per cent without saying so.
    private static string? UnitOf(PlanTarget target, IndicatorKind kind) =>
        target.Unit ?? (kind is IndicatorKind.ZeroGrowth or IndicatorKind.FullCoverage ? "%" : null);

    private static Direction DirectionOf(PlanTarget target, IndicatorKind kind) =>
        kind is IndicatorKind.Ordinal or IndicatorKind.ZeroGrowth || target.Op is TargetComparison.AtMost or TargetComparison.LessThan
        || (target.Op is null && Downward.Any(word => Mentions(target, word)))
            ? Direction.Down
            : Direction.Up;

    // What is counted is divided; what is a share, a class or a limit everybody has to reach for himself.
    private static Aggregation SumsOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count or IndicatorKind.Capacity => Aggregation.Sum,
        IndicatorKind.Ratio or IndicatorKind.FullCoverage or IndicatorKind.ZeroGrowth or IndicatorKind.Ordinal or IndicatorKind.Time => Aggregation.Each,
        _ => Aggregation.None,
    };

    private static string? ReferenceIn(string quote) =>
        References.FirstOrDefault(word => quote.Contains(word, StringComparison.Ordinal));

    private static bool Mentions(PlanTarget target, string word) =>
        target.Quote.Contains(word, StringComparison.Ordinal) || target.Metric?.Contains(word, StringComparison.Ordinal) == true;
}
