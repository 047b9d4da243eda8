using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>A row of a sheet of the items of a plan.</summary>
/// <param name="Verdict">Null where the reader may not see it.</param>
/// <param name="Known">The indicators that are there; lines of the three columns that say the same leave them as they are.</param>
/// <param name="Task">Its task, for reading alone.</param>
public sealed record ItemCells(
    string Path, string Group, string Title, string Content, ItemVerdict? Verdict, string VerdictReason,
    AgencyCode? Lead, IReadOnlyList<AgencyCode> Responsible, IReadOnlyList<AgencyCode> Cooperating, DateOnly? DueOn, string SkipLevelReason,
    Cadence Cadence, string CadenceReason, string LateReason, IndicatorLines Measured, string EvidenceRule, int Weight,
    IReadOnlyList<Indicator> Known, string Task)
{
    public static ItemCells Empty { get; } = new(
        "", "", "", "", null, "", null, [], [], null, "", Cadence.Monthly, "", "", IndicatorLines.None, "", 1, [], "");

    public static ItemCells Of(PlanItem item, TaskId? task) => new(
        item.Path, item.Group ?? "", item.Title, item.Content, item.Verdict, item.VerdictReason ?? "",
        item.Assignment?.Lead, item.Assignment?.Responsible ?? [], item.Assignment?.Cooperating ?? [], item.Assignment?.DueOn,
        item.Assignment?.SkipLevelReason ?? "", item.Cadence, item.CadenceReason ?? "", item.LateReason ?? "",
        IndicatorLines.Of(item.Indicators ?? []), item.EvidenceRule ?? "", item.Weight, item.Indicators ?? [], task?.Value ?? "");

    /// <summary>An item as somebody sees it who has no part in its review: what does not concern him is empty.</summary>
    public static ItemCells Of(PlanItemView item) => Of(
        new PlanItem(
            item.Path, item.Number, item.Group, item.Title, "", [], item.Verdict ?? ItemVerdict.Open, null, item.Settled?.Assignment,
            item.Settled?.Cadence ?? Cadence.Monthly, item.Settled?.CadenceReason, null, item.Indicators, item.EvidenceRule, item.Weight ?? 1),
        item.Task) with
    { Verdict = item.Verdict };

    public Assignment? Assignment => Lead is { } lead && DueOn is { } dueOn
        ? new Assignment(lead, Responsible, Cooperating, dueOn, CellValues.TextOrNull(SkipLevelReason))
        : null;

    public bool IsHalfAssigned => Assignment is null && (Lead is not null || DueOn is not null || Responsible.Count + Cooperating.Count > 0);
}
