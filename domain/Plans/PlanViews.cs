using Supervision.Language;

namespace Supervision.Plans;

/// <summary>What callers see of a plan. Pure.</summary>
public static class PlanViews
{
    public static PlanView Of(Plan plan, long version, Caller caller)
    {
        var reviews = PlanRights.MayViewReview(plan, caller);
        var stage = PlanStages.Of(plan);
        return new PlanView(
            plan.Id!.Value, version, plan.Draft, [.. plan.InOrder.Select(item => Item(plan, item, caller))], plan.Title, stage, PlanLabels.Of(stage),
            plan.Parent, plan.Revision, reviews && plan.Proposed is { } e ? new ProposedRevision(e.Revision, e.Reason, e.Changes) : null, PlanReviews.CountsOf(plan),
            reviews ? [.. plan.Processes.Waits] : [], reviews ? [.. plan.Processes.Incidents] : []);
    }

    private static PlanItemView Item(Plan plan, PlanItem item, Caller caller)
    {
        if (!PlanRights.MayViewItem(plan, item, caller))
            return new PlanItemView(item.Path, item.Title, item.Line, null, null, item.Number, item.Group, null, null, null, null, null);

        return new PlanItemView(
            item.Path, item.Title, item.Line,
            item.Assignment is { } assignment ? new SettledItem(assignment, item.Cadence, item.CadenceReason) : null,
            plan.Issued.Contains(item.Path) ? PlanTasks.TaskOf(plan, item) : null,
            item.Number, item.Group, item.Verdict, item.State, item.Indicators, item.EvidenceRule, item.Weight);
    }
}
