using System.Globalization;
using Supervision.Indicators;
using Supervision.Language;

namespace Supervision.Plans;

/// <summary>The indicators of an item: what a task's must be, and in a sub-plan parts of those above.</summary>
internal static class MeasureRules
{
    public static string IdOf(int number) => $"i{number.ToString(CultureInfo.InvariantCulture)}";

    public static Decision? FlawOf(Plan plan, IReadOnlyList<Indicator> indicators) =>
        IndicatorRules.FlawOf(indicators)
        ?? indicators.Where(indicator => indicator.PartOf is { } above && plan.Parent?.Indicators.Any(known => known.Id == above) != true)
            .Select(indicator => Decision.Refuse(PlanRefusals.IndicatorUnfit, indicator.Id,
                new Term($"上级任务没有指标“{indicator.PartOf}”", $"the task above has no indicator \"{indicator.PartOf}\"")))
            .FirstOrDefault();
}
