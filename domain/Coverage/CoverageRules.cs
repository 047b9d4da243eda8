using System.Globalization;
using Supervision.Indicators;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Coverage;

/// <summary>
/// What is not covered, item by item and task by task; see docs/coverage.md. Each hole is decided by the facts of one
/// stream alone, so that it opens and closes at the same instants however the streams are read: an item's until the plan
/// issues it, its task's from then on.
/// </summary>
public static class CoverageRules
{
    /// <summary>Kinds that are decisions of the office on an item, and no holes.</summary>
    public static bool IsDecision(HoleKind kind) => kind is HoleKind.ItemOpen or HoleKind.ItemDropped or HoleKind.ItemPostponed;

    /// <param name="issued">Whether the item has become a task.</param>
    public static IEnumerable<Hole> OfItem(PlanItem item, bool issued) => (issued, item.Verdict) switch
    {
        _ when item.State is ItemState.Removed => [],
        (true, _) => [new Hole(HoleKind.TaskMissing)],
        (_, ItemVerdict.Open) => [new Hole(HoleKind.ItemOpen)],
        (_, ItemVerdict.Dropped) => [new Hole(HoleKind.ItemDropped, Words: [item.VerdictReason ?? "—"])],
        (_, ItemVerdict.Postponed) => [new Hole(HoleKind.ItemPostponed, Words: [item.VerdictReason ?? "—"])],
        _ => [new Hole(HoleKind.NotTaken), .. Missing(item.Assignment, item.Indicators, item.EvidenceRule)],
    };

    /// <summary>Of a task that comes from a plan, from its registration to its end.</summary>
    public static IEnumerable<Hole> OfTask(SupervisedTask task) => task is { Registration: null } or { IsClosed: true }
        ? []
        :
        [
            .. IsTaken(task) ? Array.Empty<Hole>() : [new Hole(HoleKind.NotTaken)],
            .. Missing(task.Assignment ?? task.Registration.Proposed, task.Indicators.All, task.Indicators.EvidenceRule),
            .. task.Indicators.All.SelectMany(indicator => OfShares(task.Cascade, indicator)),
            .. task.Cascade.SubPlans.Values.SelectMany(stand => OfSubPlan(task, stand)),
        ];

    private static bool IsTaken(SupervisedTask task) =>
        task.Stage is not (TaskStage.Registered or TaskStage.Approved or TaskStage.Assigned)
        || task.Cascade.SubPlans.Values.Any(stand => stand.FiledOn is not null || stand.Accepted == true);

    private static IEnumerable<Hole> Missing(Assignment? on, IReadOnlyList<Indicator>? indicators, string? evidenceRule)
    {
        if (on is null)
        {
            yield return new Hole(HoleKind.NoOwner);
            yield return new Hole(HoleKind.NoDeadline);
        }

        if (indicators is not { Count: > 0 })
            yield return new Hole(HoleKind.NoIndicator);
        if (string.IsNullOrWhiteSpace(evidenceRule))
            yield return new Hole(HoleKind.NoEvidenceRule);
    }

    private static IEnumerable<Hole> OfShares(Cascade cascade, Indicator indicator)
    {
        if (indicator is not { Sums: Aggregation.Sum, Target.Number: { } target } || cascade.SubPlans.IsEmpty)
            return [];
        if (!cascade.Shares.TryGetValue(indicator.Id, out var allotted))
            return [new Hole(HoleKind.SharesNotAllotted, indicator.Id, Words: [indicator.Name, Text(target, indicator)])];

        var sum = allotted.Shares.Sum(share => share.Value);
        return sum == target ? [] : [new Hole(HoleKind.SharesGap, indicator.Id, Words:
            [indicator.Name, Text(target, indicator), Text(sum, indicator), Text(target - sum, indicator), allotted.Reason ?? "—"])];
    }

    private static IEnumerable<Hole> OfSubPlan(SupervisedTask task, SubPlanStand stand)
    {
        var agency = stand.Order.Agency;
        if (stand.Accepted == false)
            return [new Hole(HoleKind.SubPlanRefused, agency.Value, agency, Words: [stand.Order.Plan.Value])];
        if (stand.Accepted is null)
        {
            return stand.FiledOn is not null ? [] : [new Hole(HoleKind.SubPlanNotFiled, agency.Value, agency, stand.Order.FileBy.AddDays(1),
                [stand.Order.Plan.Value, stand.Order.FileBy.ToString("O", CultureInfo.InvariantCulture)])];
        }

        return task.Indicators.All.Select(indicator => OfPromise(task.Cascade, indicator, stand)).OfType<Hole>();
    }

    private static Hole? OfPromise(Cascade cascade, Indicator indicator, SubPlanStand stand)
    {
        if (indicator.Sums is not Aggregation.Sum || cascade.ShareOf(indicator.Id, stand.Order.Agency) is not { } share)
            return null;

        var promised = stand.Promised?.FirstOrDefault(one => one.Indicator == indicator.Id)?.Value ?? 0;
        var kept = indicator.Direction is Direction.Up ? promised >= share : promised <= share;
        return kept ? null : new Hole(HoleKind.PromiseGap, $"{indicator.Id}|{stand.Order.Agency}", stand.Order.Agency, Words:
            [indicator.Name, Text(share, indicator), Text(promised, indicator)]);
    }

    private static string Text(decimal value, Indicator indicator) =>
        $"{(value / 1.0000000000m).ToString(CultureInfo.InvariantCulture)}{(indicator.Unit is { } unit ? $" {unit}" : "")}";
}
