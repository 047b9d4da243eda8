using System.Globalization;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What may be done to a plan. Pure.</summary>
public static class PlanRules
{
    private static readonly Role[] Office = [Role.OfficeClerk, Role.OfficeDirector];

    /// <summary>Whoever has a business post may read plans; they are official texts.</summary>
    public static bool MayView(Caller caller) => caller.IsAny(
        Role.OfficeClerk, Role.OfficeDirector, Role.Auditor, Role.LeaderInCharge, Role.AgencyHead, Role.Liaison, Role.Handler, Role.Follower);

    public static Decision Decide(Plan plan, PlanId id, Caller caller, PlanCommand command, TaskContext context)
    {
        if (!caller.IsAny(Office))
            return Decision.Refuse(PlanGrainRefusals.NotAllowed, string.Join(", ", caller.Roles));
        if (command is RegisterPlan register)
            return Register(plan, id, register);
        if (plan.Draft is null)
            return Decision.Refuse(PlanGrainRefusals.NotFound, id);

        return command switch
        {
            SettleItem c => Settle(plan, c, context),
            IssueItems c => Issue(plan, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The task of an item: the plan's id and the place of the item in the text, such as <c>xinyang-2023-2025-08</c>.</summary>
    public static TaskId TaskOf(Plan plan, string path)
    {
        var place = plan.Draft!.Items.TakeWhile(item => item.Path != path).Count() + 1;
        return new TaskId($"{plan.Id}-{place.ToString("D2", CultureInfo.InvariantCulture)}");
    }

    /// <summary>立项 of an issued item, as a follower sends it: the plan is its authority.</summary>
    public static Register RegistrationOf(Plan plan, string path, CommandKey key)
    {
        var item = plan.FindItem(path)!;
        var settled = plan.Settled[path];
        return new Register(
            key, Shortened(item.Title, TaskRules.TitleLengthMax), Shortened(item.Body, TaskRules.TextLengthMax),
            SupervisionKind.Special, TaskSource.Plan, AuthorityOf(plan.Draft!), settled.Cadence, settled.CadenceReason,
            new PlanOrigin(plan.Id!.Value, path, item.Line, item.Title), settled.Assignment);
    }

    private static AuthorityRecord AuthorityOf(PlanDraft draft) => new(
        draft.Title, draft.Issuer!, draft.DocNo ?? draft.Title, draft.IssuedOn!.Value, "全市");

    private static string Shortened(string text, int lengthMax) => text.Length <= lengthMax ? text : text[..lengthMax];

    private static Decision Register(Plan plan, PlanId id, RegisterPlan command)
    {
        if (plan.Draft is { } there)
            return there.Source == command.Draft.Source ? Decision.Nothing : Decision.Refuse(PlanGrainRefusals.Exists, id);
        if (string.IsNullOrWhiteSpace(command.Draft.Issuer) || command.Draft.IssuedOn is null)
            return Decision.Refuse(PlanGrainRefusals.NoIssuer);
        if (!command.Draft.Items.Any())
            return Decision.Refuse(PlanGrainRefusals.NoItems);

        return new PlanRegistered(id, command.Draft);
    }

    private static Decision Settle(Plan plan, SettleItem command, TaskContext context)
    {
        if (plan.FindItem(command.Path) is null)
            return Decision.Refuse(PlanGrainRefusals.ItemNotFound, command.Path);
        if (plan.Issued.Contains(command.Path))
            return Decision.Refuse(PlanGrainRefusals.ItemIssued, command.Path, TaskOf(plan, command.Path));

        return TaskRules.FlawOf(command.Assignment, command.Cadence, command.CadenceReason, context)
            ?? new PlanItemSettled(command.Path, command.Assignment, command.Cadence, command.CadenceReason);
    }

    private static Decision Issue(Plan plan, IssueItems command)
    {
        var asked = command.Paths ?? [.. plan.Settled.Keys];
        if (asked.FirstOrDefault(path => plan.FindItem(path) is null) is { } unknown)
            return Decision.Refuse(PlanGrainRefusals.ItemNotFound, unknown);
        if (asked.FirstOrDefault(path => !plan.Settled.ContainsKey(path)) is { } open)
            return Decision.Refuse(PlanGrainRefusals.ItemNotSettled, open);

        string[] fresh = [.. asked.Distinct().Where(path => !plan.Issued.Contains(path))];
        return fresh.Length > 0 ? new PlanItemsIssued(fresh)
            : asked.Count > 0 ? Decision.Nothing
            : Decision.Refuse(PlanGrainRefusals.NothingSettled);
    }
}

/// <summary>What a rule of plans says no with, once the text is read.</summary>
public static class PlanGrainRefusals
{
    public static readonly Refusal NotFound = new("plan.not-found",
        "没有方案“{0}”，或您无权查看；请核对编号。", "There is no plan \"{0}\", or you may not see it; check its id.");

    public static readonly Refusal NotAllowed = new("plan.not-allowed",
        "您的岗位（{0}）不能办理方案；请转督查室。", "Your posts ({0}) do not allow work on plans; pass it to the office.");

    public static readonly Refusal Exists = new("plan.exists",
        "编号“{0}”已有另一份方案；请换一个编号。", "Another plan has the id \"{0}\" already; take another id.");

    public static readonly Refusal NoIssuer = new("plan.no-issuer",
        "方案缺少发文机关或成文日期，无法作为立项依据；请补充。",
        "The plan lacks its issuer or date and cannot be an authority for tasks; add them.");

    public static readonly Refusal NoItems = new("plan.no-items",
        "没有读出任何任务条目；请检查文件内容。", "No item was found in the text; check the file.");

    public static readonly Refusal ItemNotFound = new("plan.item-not-found",
        "方案中没有条目“{0}”；请核对路径。", "The plan has no item \"{0}\"; check its path.");

    public static readonly Refusal ItemIssued = new("plan.item-issued",
        "条目“{0}”已下达为事项 {1}；请在该事项上办理。", "Item \"{0}\" has been issued as task {1}; work on that task.");

    public static readonly Refusal ItemNotSettled = new("plan.item-not-settled",
        "条目“{0}”尚未确定单位和期限；请先填写。", "Item \"{0}\" has no owners and due date yet; settle it first.");

    public static readonly Refusal NothingSettled = new("plan.nothing-settled",
        "还没有任何条目确定单位和期限；请先填写再下达。", "No item has owners and a due date yet; settle some, then issue.");
}
