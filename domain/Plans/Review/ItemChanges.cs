using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What each change of an item comes to. What is so already is allowed and changes nothing.</summary>
internal static class ItemChanges
{
    public const int WeightMax = 1000;

    public static Decision Decide(Plan plan, DraftIndex draft, ItemChange change, PlanContext context) => change switch
    {
        ItemChange.Accept c => On(plan, c.Path, item => Accept(plan, draft, item, c.WithProposals, context)),
        ItemChange.Drop c => On(plan, c.Path, item => Without(item, ItemVerdict.Dropped, c.Reason, reason => new PlanItemDropped(c.Path, reason))),
        ItemChange.Postpone c => On(plan, c.Path, item => Without(item, ItemVerdict.Postponed, c.Reason, reason => new PlanItemPostponed(c.Path, reason))),
        ItemChange.Edit c => On(plan, c.Path, item => Edit(item, c)),
        ItemChange.Settle c => On(plan, c.Path, item => Settle(plan, item, c, context)),
        ItemChange.Measure c => On(plan, c.Path, item => Measure(plan, item, c)),
        ItemChange.Weigh c => On(plan, c.Path, item => Weigh(item, c.Weight)),
        ItemChange.Split c => On(plan, c.Path, item => Regrouping.Split(plan, draft, item, c.Into)),
        ItemChange.Merge c => Regrouping.Merge(plan, c),
        ItemChange.Add c => Regrouping.Add(plan, c, context),
        ItemChange.SettleDoubt c => SettleDoubt(plan, c),
        ItemChange.Suspend or ItemChange.Resume or ItemChange.Remove => Decision.Refuse(PlanRefusals.NotInReview),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {change.GetType().Name}."),
    };

    /// <summary>Title and content of an item that a person writes.</summary>
    public static Decision? TextsRefused(string title, string content) =>
        PlanTexts.Refused(title, PlanTexts.Title, TaskRules.TitleLengthMax) ?? PlanTexts.Refused(content, PlanTexts.Content);

    public static Decision? WeightRefused(int weight) =>
        weight is < 1 or > WeightMax ? Decision.Refuse(PlanRefusals.WeightOutOfRange, weight, WeightMax) : null;

    private static Decision On(Plan plan, string path, Func<PlanItem, Decision> decide) =>
        MissingIn(plan, path) ?? decide(plan.Items[path]);

    /// <summary>That there is no such item, or that it is a task already from the days when items were issued one by one.</summary>
    public static Decision? MissingIn(Plan plan, string path) =>
        plan.FindItem(path) is not { } item ? Decision.Refuse(PlanRefusals.ItemNotFound, path)
        : plan.Issued.Contains(path) && !plan.IsAccepted ? Decision.Refuse(PlanRefusals.ItemIssued, path, PlanTasks.TaskOf(plan, item))
        : null;

    private static Decision Accept(Plan plan, DraftIndex draft, PlanItem item, bool withProposals, PlanContext context)
    {
        var facts = new List<Fact>();
        var proposed = withProposals ? Proposals.Of(item, draft, context.Organisation) : null;
        if (item.Assignment is null && proposed?.Assignment is { } on && ReviewRules.FlawOf(plan, on, proposed.Cadence, null, null, context) is null)
            facts.Add(new PlanItemSettled(item.Path, on, proposed.Cadence, null));
        else if (item.Verdict is not ItemVerdict.Accepted)
            facts.Add(new PlanItemAccepted(item.Path));
        if (item.Indicators is null && proposed?.Indicators is { Count: > 0 } indicators)
            facts.Add(new PlanItemMeasured(item.Path, indicators, item.EvidenceRule));

        return Decision.Record([.. facts]);
    }

    private static Decision Without(PlanItem item, ItemVerdict verdict, string reason, Func<string, Fact> fact) =>
        PlanTexts.Refused(reason, PlanTexts.Reason)
        ?? (item.Verdict == verdict && item.VerdictReason == reason.Trim() ? Decision.Nothing : fact(reason.Trim()));

    private static Decision Edit(PlanItem item, ItemChange.Edit change)
    {
        if (TextsRefused(change.Title, change.Content) is { } refused)
            return refused;

        var (title, content) = (change.Title.Trim(), change.Content.Trim());
        return item.Title == title && item.Content == content ? Decision.Nothing : new PlanItemEdited(item.Path, title, content);
    }

    private static Decision Settle(Plan plan, PlanItem item, ItemChange.Settle change, PlanContext context)
    {
        if (ReviewRules.FlawOf(plan, change.Assignment, change.Cadence, change.CadenceReason, change.LateReason, context) is { } flaw)
            return flaw;

        var fact = new PlanItemSettled(item.Path, change.Assignment, change.Cadence, change.CadenceReason, change.LateReason);
        return Unless(PlanTexts.AreSame(plan.Evolve(fact).Items[item.Path], item), fact);
    }

    private static Decision Measure(Plan plan, PlanItem item, ItemChange.Measure change)
    {
        if (MeasureRules.FlawOf(plan, change.Indicators) is { } flaw)
            return flaw;
        if (PlanTexts.OptionalRefused(change.EvidenceRule, PlanTexts.EvidenceRule) is { } refused)
            return refused;

        var fact = new PlanItemMeasured(item.Path, change.Indicators, change.EvidenceRule?.Trim());
        return Unless(PlanTexts.AreSame(plan.Evolve(fact).Items[item.Path], item), fact);
    }

    private static Decision Weigh(PlanItem item, int weight) =>
        WeightRefused(weight) ?? Unless(item.Weight == weight, new PlanItemWeighed(item.Path, weight));

    private static Decision SettleDoubt(Plan plan, ItemChange.SettleDoubt change)
    {
        if (PlanTexts.Refused(change.How, PlanTexts.How) is { } refused)
            return refused;
        if (plan.Draft?.Doubts.Any(doubt => (doubt.Line, doubt.Kind, doubt.Quote) == (change.Line, change.Doubt, change.Quote)) != true)
            return Decision.Refuse(PlanRefusals.DoubtNotFound, change.Line, change.Quote);

        return Unless(
            plan.SettledDoubts.Contains(Plan.DoubtKey(change.Line, change.Doubt, change.Quote)),
            new PlanDoubtSettled(change.Line, change.Doubt, change.Quote, change.How.Trim()));
    }

    private static Decision Unless(bool isSo, Fact fact) => isSo ? Decision.Nothing : fact;
}
