using Supervision.Agencies;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Plans;

/// <summary>The review of a plan as people work through it. Pure.</summary>
public static class PlanReviews
{
    public const int PageMax = 200;

    /// <param name="after">How many items the pages before had.</param>
    public static PlanReview Of(Plan plan, long version, Caller caller, Organisation organisation, int after, int limit)
    {
        var draft = DraftIndex.Of(plan.Draft);
        // Whoever comes back finds at the top what is left to do.
        var items = plan.InOrder.OrderBy(item => OpenOf(item).Any(IsBinding) ? 0 : OpenOf(item).Any() ? 1 : 2);
        ReviewedItem[] page =
        [
            .. items.Skip(after).Take(limit).Select(item => new ReviewedItem(
                item, [.. OpenOf(item)], Proposals.Of(item, draft, organisation),
                plan.Issued.Contains(item.Path) ? PlanTasks.TaskOf(plan, item) : null)),
        ];
        var stage = PlanStages.Of(plan);
        return new PlanReview(
            plan.Id!.Value, version, stage, PlanLabels.Of(stage), CountsOf(plan), after == 0 ? [.. OpenDoubts(plan)] : [], page,
            after + page.Length < plan.Items.Count ? after + page.Length : null, [.. ActionsOf(plan, caller)]);
    }

    public static PlanCounts CountsOf(Plan plan)
    {
        int Count(Func<PlanItem, bool> matches) => plan.Items.Values.Count(matches);
        bool Lacks(PlanItem item, OpenQuestion question) => OpenOf(item).Contains(question);

        return new PlanCounts(
            plan.Items.Count, Count(item => item.Verdict is not ItemVerdict.Open), Count(item => item.Verdict is ItemVerdict.Accepted),
            Count(item => item.Verdict is ItemVerdict.Dropped), Count(item => item.Verdict is ItemVerdict.Postponed),
            Count(item => Lacks(item, OpenQuestion.Owner)), Count(item => Lacks(item, OpenQuestion.Indicator)),
            Count(item => Lacks(item, OpenQuestion.EvidenceRule)), plan.Draft?.Doubts.Count ?? 0, OpenDoubts(plan).Count());
    }

    // A doubt about an owner or a deadline is settled by whoever gives the item both, or leaves it out.
    private static IEnumerable<PlanDoubt> OpenDoubts(Plan plan)
    {
        var answered = plan.Items.Values
            .Where(item => item.Assignment is not null || item.Verdict is ItemVerdict.Dropped or ItemVerdict.Postponed)
            .SelectMany(item => item.Quotes).Select(quote => quote.Line).ToHashSet();
        return (plan.Draft?.Doubts ?? []).Where(doubt =>
                !plan.SettledDoubts.Contains(Plan.DoubtKey(doubt.Line, doubt.Kind, doubt.Quote))
                && !(doubt.Kind is PlanDoubtKind.MissingOwner or PlanDoubtKind.MissingDeadline && answered.Contains(doubt.Line)))
            .OrderBy(doubt => doubt.Line);
    }

    private static IEnumerable<OpenQuestion> OpenOf(PlanItem item)
    {
        if (item.Verdict is ItemVerdict.Dropped or ItemVerdict.Postponed || item.State is ItemState.Removed) yield break;
        if (item.Verdict is ItemVerdict.Open) yield return OpenQuestion.Verdict;
        if (item.Assignment is null) yield return OpenQuestion.Owner;
        if (item.Indicators is null or []) yield return OpenQuestion.Indicator;
        if (item.EvidenceRule is null) yield return OpenQuestion.EvidenceRule;
    }

    private static bool IsBinding(OpenQuestion question) => question is OpenQuestion.Verdict or OpenQuestion.Owner;

    // A hint for pages and programs: the rule decides again when the command comes.
    private static IEnumerable<string> ActionsOf(Plan plan, Caller caller)
    {
        bool Answers(string kind) => plan.Processes.Waits.Any(wait => wait.Kind == kind && WaitRules.Accepts(wait, caller));

        if (PlanRights.MayGive(typeof(ReviewItems), plan, caller) && PlanApproval.FrozenBy(plan) is null) yield return "review";
        if (PlanRights.MayGive(typeof(SubmitPlan), plan, caller) && Answers(WaitKinds.Submission)) yield return "submit";
        if (PlanRights.MayGive(typeof(AcknowledgePlan), plan, caller) && Answers(WaitKinds.Acknowledgement)) yield return "acknowledge";
        if (PlanRights.MayGive(typeof(RefusePlan), plan, caller) && Answers(WaitKinds.Acknowledgement)) yield return "refuse";
        if (PlanRights.MayGive(typeof(DecidePlan), plan, caller) && Answers(WaitKinds.Approval)) yield return "decide";
        if (PlanRights.MayGive(typeof(ProposeRevision), plan, caller) && plan is { IsAccepted: true, Proposed: null }) yield return "propose-revision";
    }
}
