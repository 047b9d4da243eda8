using Supervision.Language;

namespace Supervision.Plans;

/// <summary>Whether everything is decided that must be before a plan goes to those who approve it.</summary>
internal static class Completeness
{
    /// <summary>The first thing that is missing, as a refusal; null when nothing is.</summary>
    public static Decision? Missing(Plan plan, PlanContext context) =>
        Undecided(plan)
        ?? plan.InOrder.Where(item => IsAccepted(item) && !plan.Issued.Contains(item.Path)).Select(item => Flaw(plan, item, context)).FirstOrDefault(flaw => flaw is not null);

    /// <summary>What keeps it from being a plan at all, whatever the day: no items, or items that nobody has decided or given an owner.</summary>
    public static Decision? Undecided(Plan plan)
    {
        PlanItem[] open = [.. plan.InOrder.Where(item => item.Verdict is ItemVerdict.Open)];
        if (open is [var first, ..])
            return Decision.Refuse(PlanRefusals.Undecided, open.Length, plan.Items.Count, first.Path, first.Title);

        PlanItem[] bare = [.. plan.InOrder.Where(item => IsAccepted(item) && item.Assignment is null)];
        if (bare is [var unowned, ..])
            return Decision.Refuse(PlanRefusals.ItemNotSettled, unowned.Path, bare.Length);

        return plan.Items.Values.Any(IsAccepted) ? null : Decision.Refuse(PlanRefusals.NothingAccepted);
    }

    /// <summary>What would be refused as a task is refused here, where somebody reads it: days have passed since it was settled.</summary>
    public static Decision? Flaw(Plan plan, PlanItem item, PlanContext context) =>
        ReviewRules.FlawOf(plan, item.Assignment!, item.Cadence, item.CadenceReason, item.LateReason, context) is Decision.Refused flaw
            ? PlanRefusals.At(item.Path, flaw)
            : null;

    private static bool IsAccepted(PlanItem item) => item.Verdict is ItemVerdict.Accepted;
}
