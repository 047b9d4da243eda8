using System.Globalization;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>Whether the indicators of an item can be measured: each says what, towards which target, and how parts make up the whole.</summary>
internal static class MeasureRules
{
    public const int IndicatorsMax = 20;
    public const int PointsMax = 60;

    public static string IdOf(int number) => $"i{number.ToString(CultureInfo.InvariantCulture)}";

    public static Decision? FlawOf(Plan plan, IReadOnlyList<Indicator> indicators)
    {
        if (indicators.Count > IndicatorsMax)
            return Decision.Refuse(PlanRefusals.IndicatorsTooMany, IndicatorsMax);
        if (indicators.GroupBy(indicator => indicator.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Decision.Refuse(PlanRefusals.IndicatorUnfit, twice.Key, new Term("编号重复", "the id stands twice"));

        return indicators.Select(indicator => TextFlaw(indicator) ?? Flaw(plan, indicator)).FirstOrDefault(flaw => flaw is not null);
    }

    private static Decision? TextFlaw(Indicator indicator) =>
        !TextId.IsWellFormed(indicator.Id, lengthMax: 40, allowed: "-")
            ? Decision.Refuse(PlanRefusals.IndicatorUnfit, indicator.Id, new Term("编号应为小写字母、数字和连字符，如 i1", "the id is lower-case letters, digits and hyphens, such as i1"))
            : PlanTexts.Refused(indicator.Name, new Term("指标名称", "name of the indicator"), TaskRules.TitleLengthMax);

    private static Decision? Flaw(Plan plan, Indicator indicator) => WhatIsWrong(plan, indicator) is { } why
        ? Decision.Refuse(PlanRefusals.IndicatorUnfit, indicator.Id, why)
        : null;

    private static Term? WhatIsWrong(Plan plan, Indicator indicator) => indicator switch
    {
        { Target: null, Kind: not (IndicatorKind.Directional or IndicatorKind.Milestone) } =>
            new("没有目标值；只有方向性指标和节点可以不填", "it has no target; only directional indicators and milestones may go without"),
        { Kind: IndicatorKind.Ordinal, Target.Name: null } => new("等级指标的目标应为等级，如 III", "the target of an ordinal one is a class, such as III"),
        { Kind: not IndicatorKind.Ordinal, Target.Name: not null } => new("目标应为数值", "its target is a number"),
        { Kind: IndicatorKind.DifferenceToReference, Reference: null or "" } => new("缺少对照系列，如全省平均", "it needs the series that it is compared with"),
        { Sums: Aggregation.Sum, Target.Number: null } => new("可加总的指标须有数值目标", "one that sums up needs a number as its target"),
        { Trajectory.Count: > PointsMax } => new($"进度节点最多 {PointsMax} 个", $"it has more than {PointsMax} points on its way"),
        _ when !IsInOrder(indicator.Trajectory) => new("进度节点应按日期先后排列且不重复", "the points on its way are ordered by day, each day once"),
        { PartOf: { } above } when plan.Parent?.Indicators.Any(indicator => indicator.Id == above) != true =>
            new($"上级任务没有指标“{above}”", $"the task above has no indicator \"{above}\""),
        _ => null,
    };

    private static bool IsInOrder(IReadOnlyList<TrajectoryPoint> points) =>
        points.Zip(points.Skip(1)).All(pair => pair.First.On < pair.Second.On);
}
