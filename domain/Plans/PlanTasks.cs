using System.Globalization;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>The tasks that an accepted plan comes to.</summary>
public static class PlanTasks
{
    /// <summary>The task of an item: the plan's id and the number of the item, such as <c>xinyang-2023-2025-08</c>.</summary>
    public static TaskId TaskOf(Plan plan, PlanItem item) => TaskOf(plan.Id!.Value, item.Number);

    /// <summary>As a follower knows it, from the number of the item alone.</summary>
    public static TaskId TaskOf(PlanId plan, int number) => new($"{plan}-{number.ToString("D2", CultureInfo.InvariantCulture)}");

    /// <summary>立项 of an item, as a follower sends it: the plan is its authority.</summary>
    public static Register RegistrationOf(Plan plan, PlanItem item, CommandKey key)
    {
        var title = Fit(item.Title, TaskRules.TitleLengthMax);
        var content = Fit(item.Content, TaskRules.TextLengthMax);
        return new Register(
            key, title, content.Length > 0 ? content : title, SupervisionKind.Special, TaskSource.Plan, AuthorityOf(plan), item.Cadence,
            item.CadenceReason, OriginOf(plan, item), item.Assignment, plan.Parent is null ? null : DefinitionNames.SubTask,
            item.Indicators, item.EvidenceRule, Approved: plan.IsAccepted);
    }

    private static PlanOrigin OriginOf(Plan plan, PlanItem item) => new(
        plan.Id!.Value, item.Path, item.Line, item.Quotes is [var quote, ..] ? quote.Text : item.Title,
        plan.Parent is { } parent ? parent.Depth ?? 1 : null);

    private static AuthorityRecord AuthorityOf(Plan plan) => plan.Draft is { } draft
        ? new AuthorityRecord(
            Fit(draft.Title, TaskRules.TitleLengthMax), Fit(draft.Issuer!, TaskRules.TitleLengthMax),
            Fit(draft.DocNo ?? draft.Title, TaskRules.TitleLengthMax), draft.IssuedOn!.Value, "全市")
        : plan.Opened!.Authority;

    // A text that somebody else wrote must not keep its task from being registered.
    private static string Fit(string text, int lengthMax)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) || c == '\n')).Trim();
        return clean.Length <= lengthMax ? clean : clean[..lengthMax];
    }
}
