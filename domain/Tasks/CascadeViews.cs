using Supervision.Indicators;

namespace Supervision.Tasks;

/// <summary>What is measured of a task, and how it was broken down, as of a day.</summary>
internal static class CascadeViews
{
    public static IndicatorView Of(SupervisedTask task, Indicator indicator, DateOnly today)
    {
        var newest = task.Indicators.Newest.GetValueOrDefault(indicator.Id);
        var before = task.Indicators.Before.GetValueOrDefault(indicator.Id);
        var (start, dueOn) = (task.StartsOn, task.DueOn);
        return new IndicatorView(
            indicator, newest,
            start is { } s && dueOn is { } d ? ExpectedProgress.On(indicator, s, d, today) : null,
            newest is null ? null : MeasuredProgress.Of(indicator, newest)?.Permille,
            newest is null ? null : MeasuredProgress.IsReachedBy(indicator, newest),
            start is { } from && dueOn is { } until ? ExpectedProgress.PointsBehind(indicator, newest, from, until, today) : null,
            newest is not null && before is not null && MeasuredProgress.IsBackwards(indicator, before, newest));
    }

    public static CascadeView Of(SupervisedTask task, DateOnly today) => new(
        [.. task.Cascade.SubPlans.Values.Select(stand => new SubPlanView(
            stand.Order.Plan, stand.Order.Agency, stand.Order.FileBy, stand.FiledOn,
            stand.FiledOn is null && stand.Accepted is null && stand.Order.FileBy < today, stand.Accepted))],
        [.. task.Indicators.All.Where(indicator => indicator.Sums is Aggregation.Sum).Select(indicator => DivisionOf(task, indicator)).OfType<DivisionView>()]);

    // Nothing was divided and nothing promised: there is nothing to compare.
    private static DivisionView? DivisionOf(SupervisedTask task, Indicator indicator)
    {
        var allotted = task.Cascade.Shares.GetValueOrDefault(indicator.Id);
        var promised = task.Cascade.SubPlans.Values
            .Where(stand => stand.Accepted is true)
            .Select(stand => (stand.Order.Agency, Promise: stand.Promised?.FirstOrDefault(promise => promise.Indicator == indicator.Id)))
            .Where(pair => pair.Promise is not null)
            .ToDictionary(pair => pair.Agency, pair => pair.Promise!.Value);
        if (indicator.Target?.Number is not { } target || (allotted is null && promised.Count == 0)) return null;

        var agencies = (allotted?.Shares.Select(share => share.Agency) ?? []).Concat(promised.Keys).Distinct();
        PartView[] parts = [.. agencies.Select(agency => new PartView(
            agency, task.Cascade.ShareOf(indicator.Id, agency), promised.TryGetValue(agency, out var value) ? value : null))];
        return new DivisionView(
            indicator.Id, target, parts, target - parts.Sum(part => part.Allotted ?? 0), allotted?.Reason, target - promised.Values.Sum());
    }
}
