using Supervision.Indicators;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What a sub-plan promises of the indicators of the task above: the targets of its items added up, where the indicator sums.</summary>
internal static class Promises
{
    public static IReadOnlyList<PromisedShare>? Of(Plan plan) => plan.Parent is not { } parent ? null :
    [
        .. parent.Indicators.Where(above => above.Sums is Aggregation.Sum).Select(above => new PromisedShare(
            above.Id, PartsOf(plan, above.Id).Sum(part => part.Target?.Number ?? 0))),
    ];

    private static IEnumerable<Indicator> PartsOf(Plan plan, string above) => plan.Items.Values
        .Where(item => item is { Verdict: ItemVerdict.Accepted, State: ItemState.Active })
        .SelectMany(item => item.Indicators ?? [])
        .Where(part => part.PartOf == above);
}
