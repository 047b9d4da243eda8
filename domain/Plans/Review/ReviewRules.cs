using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>逐项审核: what people decide on the items before the plan is submitted. In order, all of it or nothing.</summary>
internal static class ReviewRules
{
    /// <summary>In one command. The longest plan has two thousand items.</summary>
    public const int ChangesMax = 5000;

    public static Decision Review(Plan plan, IReadOnlyList<ItemChange> changes, PlanContext context)
    {
        if (PlanApproval.FrozenBy(plan) is { } frozen)
            return frozen;
        if (changes.Count is 0 or > ChangesMax)
            return Decision.Refuse(PlanRefusals.ChangesOutOfRange, ChangesMax);

        var draft = DraftIndex.Of(plan.Draft);
        var facts = new List<Fact>();
        for (var n = 0; n < changes.Count; n++)
        {
            var decision = ItemChanges.Decide(plan, draft, changes[n], context);
            if (decision is Decision.Refused refused)
                return PlanRefusals.At(n, changes[n].About, refused);

            foreach (var fact in ((Decision.Accepted)decision).Facts)
            {
                plan = plan.Evolve(fact);
                facts.Add(fact);
            }
        }

        return Decision.Record([.. facts]).Then([.. PlanApproval.BegunAnew(plan, context)]);
    }

    /// <summary>The one change that has an address of its own; nobody needs to be told which it is.</summary>
    public static Decision Settle(Plan plan, SettleItem command, PlanContext context) =>
        PlanApproval.FrozenBy(plan)
        ?? ItemChanges.Decide(plan, DraftIndex.Of(plan.Draft), new ItemChange.Settle(
            command.Path, command.Assignment, command.Cadence, command.CadenceReason, command.LateReason), context)
            .Then([.. PlanApproval.BegunAnew(plan, context)]);

    /// <summary>What is wrong with owners, due date and cadence of an item; null when nothing is.</summary>
    public static Decision? FlawOf(
        Plan plan, Assignment assignment, Cadence cadence, string? cadenceReason, string? lateReason, PlanContext context)
    {
        if (plan.Parent is not { } parent)
            return TaskRules.FlawOf(assignment, cadence, cadenceReason, context.ForAssignments);

        // Within its own house an agency skips no level: its sub-plan is the way down.
        var own = assignment with { SkipLevelReason = assignment.SkipLevelReason ?? "sub-plan" };
        if (TaskRules.FlawOf(own, cadence, cadenceReason, context.ForAssignments) is { } flaw)
            return flaw;
        if (!IsWithin(parent.Agency, assignment.Lead, context.Organisation))
            return Decision.Refuse(PlanRefusals.LeadOutside, assignment.Lead, parent.Agency);

        return assignment.DueOn > parent.DueOn && string.IsNullOrWhiteSpace(lateReason)
            ? Decision.Refuse(PlanRefusals.DueAfterParent, assignment.DueOn, parent.DueOn, parent.Task)
            : PlanTexts.OptionalRefused(lateReason, PlanTexts.Reason);
    }

    private static bool IsWithin(AgencyCode house, AgencyCode lead, Organisation organisation) =>
        lead == house || (organisation.Find(lead)?.Parent is { } above && IsWithin(house, above, organisation));
}
