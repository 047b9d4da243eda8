using System.Globalization;
using Supervision.Definitions;
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

    /// <summary>The text is official; who is to do what is for the office, auditors, and those whom it concerns.</summary>
    public static bool MayViewSettled(SettledItem? settled, Caller caller) =>
        caller.IsAny(Role.OfficeClerk, Role.OfficeDirector, Role.Auditor, Role.Follower)
        || (settled is not null && settled.Assignment.Involves(caller.Agency))
        || (settled is not null && caller.Is(Role.LeaderInCharge) && caller.Portfolio.Contains(settled.Assignment.Lead));

    public static Decision Decide(Plan plan, PlanId id, Caller caller, PlanCommand command, TaskContext context)
    {
        if (!caller.IsAny(Office))
            return Decision.Refuse(PlanRefusals.NotAllowed, RoleLabels.Of(caller));
        if (command is RegisterPlan register)
            return Register(plan, id, register);
        if (!plan.Exists)
            return Decision.Refuse(PlanRefusals.NotFound, id);

        return command switch
        {
            SettleItem c => Settle(plan, c, context),
            IssueItems c => Issue(plan, c, context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The task of an item: the plan's id and the number of the item, such as <c>xinyang-2023-2025-08</c>.</summary>
    public static TaskId TaskOf(Plan plan, string path) => TaskOf(plan.Id!.Value, plan.Items[path].Number);

    public static TaskId TaskOf(PlanId plan, int number) => new($"{plan}-{number.ToString("D2", CultureInfo.InvariantCulture)}");

    /// <summary>立项 of an issued item, as a follower sends it: the plan is its authority.</summary>
    public static Register RegistrationOf(Plan plan, string path, CommandKey key)
    {
        var item = plan.Items[path];
        return new Register(
            key, Shortened(item.Title, TaskRules.TitleLengthMax), Shortened(item.Content, TaskRules.TextLengthMax),
            SupervisionKind.Special, TaskSource.Plan, AuthorityOf(plan.Draft!), item.Cadence, item.CadenceReason,
            new PlanOrigin(plan.Id!.Value, path, item.Line, item.Title, plan.Parent?.Depth), item.Assignment,
            plan.Parent is null ? null : DefinitionNames.SubTask, item.Indicators, item.EvidenceRule, Approved: plan.Revision > 0);
    }

    private static AuthorityRecord AuthorityOf(PlanDraft draft) => new(
        draft.Title, draft.Issuer!, draft.DocNo ?? draft.Title, draft.IssuedOn!.Value, "全市");

    private static string Shortened(string text, int lengthMax) => text.Length <= lengthMax ? text : text[..lengthMax];

    private static Decision Register(Plan plan, PlanId id, RegisterPlan command)
    {
        if (plan.Draft is { } there)
            return there.Source == command.Draft.Source ? Decision.Nothing : Decision.Refuse(PlanRefusals.Exists, id);
        if (string.IsNullOrWhiteSpace(command.Draft.Issuer) || command.Draft.IssuedOn is null)
            return Decision.Refuse(PlanRefusals.NoIssuer);
        if (!command.Draft.Items.Any())
            return Decision.Refuse(PlanRefusals.NoItems);

        return new PlanRegistered(id, command.Draft);
    }

    private static Decision Settle(Plan plan, SettleItem command, TaskContext context)
    {
        if (plan.FindItem(command.Path) is null)
            return Decision.Refuse(PlanRefusals.ItemNotFound, command.Path);
        if (plan.Issued.Contains(command.Path))
            return Decision.Refuse(PlanRefusals.ItemIssued, command.Path, TaskOf(plan, command.Path));

        return TaskRules.FlawOf(command.Assignment, command.Cadence, command.CadenceReason, context)
            ?? new PlanItemSettled(command.Path, command.Assignment, command.Cadence, command.CadenceReason);
    }

    private static Decision Issue(Plan plan, IssueItems command, TaskContext context)
    {
        var asked = command.Paths ?? [.. plan.InOrder.Where(item => item.Assignment is not null).Select(item => item.Path)];
        if (asked.FirstOrDefault(path => plan.FindItem(path) is null) is { } unknown)
            return Decision.Refuse(PlanRefusals.ItemNotFound, unknown);
        if (asked.FirstOrDefault(path => plan.Items[path].Assignment is null) is { } open)
            return Decision.Refuse(PlanRefusals.ItemNotSettled, open);

        foreach (var item in asked.Where(path => !plan.Issued.Contains(path)).Select(path => plan.Items[path]))
        {
            // Days have passed since it was settled; what would be refused as a task is refused here, where somebody reads it.
            if (TaskRules.FlawOf(item.Assignment, item.Cadence, item.CadenceReason, context) is { } flaw)
                return flaw;
        }

        string[] fresh = [.. asked.Distinct().Where(path => !plan.Issued.Contains(path))];
        return fresh.Length > 0 ? new PlanItemsIssued(fresh)
            : asked.Count > 0 ? Decision.Nothing
            : Decision.Refuse(PlanRefusals.NothingSettled);
    }
}
