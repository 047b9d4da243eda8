using System.Globalization;
using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>报审, 审批, 审定: whose word is asked, and in which order, stands in the definition; this rule holds people to it.</summary>
internal static class PlanApproval
{
    public const string Instance = "approval";

    /// <summary>The process that leads a plan to its acceptance.</summary>
    public static Stimulus.Start Begun(PlanParent? parent, string? definition = null) => parent is null
        ? new(Instance, definition ?? DefinitionNames.PlanApproval, [])
        : new(Instance, definition ?? DefinitionNames.SubPlanApproval, new JsonObject
        {
            ["agency"] = parent.Agency.Value,
            ["fileBy"] = parent.FileBy.ToString("O", CultureInfo.InvariantCulture),
        });

    /// <summary>Where nothing drives a plan that is not decided (it is older than approvals, or its process was ended), the process begins again.</summary>
    public static IEnumerable<Stimulus> BegunAnew(Plan plan, PlanContext context) =>
        plan.IsAccepted || plan.Refused is not null || plan.Processes.Running.ContainsKey(Instance) ? [] : [Begun(plan.Parent)];

    /// <summary>Why the items cannot be changed now; null while the process waits for what is to be submitted.</summary>
    public static Decision? FrozenBy(Plan plan) =>
        plan.IsAccepted ? Decision.Refuse(PlanRefusals.Accepted, plan.Revision)
        : plan.Refused is not null ? Decision.Refuse(PlanRefusals.Declined)
        : !plan.Processes.Running.ContainsKey(Instance) || plan.Processes.Waiting(WaitKinds.Submission) is not null ? null
        : plan.Processes.Waiting(WaitKinds.Acknowledgement) is not null ? Decision.Refuse(PlanRefusals.NotAcknowledged)
        : Decision.Refuse(PlanRefusals.UnderApproval, WaitedFor(plan));

    public static Decision Acknowledge(Plan plan, Caller caller) => plan.Acknowledged
        ? Decision.Nothing // A second 签收 changes nothing, whatever its key.
        : Answer(plan, caller, WaitKinds.Acknowledgement, "Acknowledged", new PlanAcknowledged(caller.Agency));

    public static Decision Refuse(Plan plan, Caller caller, RefusePlan command) =>
        PlanTexts.Refused(command.Reason, PlanTexts.Reason)
        ?? Answer(plan, caller, WaitKinds.Acknowledgement, "Refused", new PlanRefusedAsNotOurs(caller.Agency, command.Reason.Trim()));

    public static Decision Submit(Plan plan, Caller caller, PlanContext context) =>
        plan.IsAccepted ? Decision.Refuse(PlanRefusals.Accepted, plan.Revision)
        : Completeness.Missing(plan, context)
            ?? Answer(plan, caller, WaitKinds.Submission, "Submitted", new PlanSubmitted(caller.Agency));

    public static Decision Decide(Plan plan, Caller caller, DecidePlan command)
    {
        var approvals = plan.Processes.Waits.Where(wait => wait.Kind == WaitKinds.Approval).ToArray();
        var meant = approvals.Where(wait => command.Wait is null || command.Wait == wait.Id).ToArray();
        if (meant.FirstOrDefault(wait => WaitRules.Accepts(wait, caller)) is not { } mine)
            return BarredFrom(meant, caller) ?? Decision.Refuse(TaskRefusals.ApprovalNotYours, WaitedFor(plan));
        if ((command.Verdict is Verdict.Rejected ? PlanTexts.Refused(command.Opinion, PlanTexts.Opinion)
            : PlanTexts.OptionalRefused(command.Opinion, PlanTexts.Opinion)) is { } refused)
        {
            return refused;
        }

        var data = Answerer(caller);
        data["verdict"] = command.Verdict.ToString();
        return Decision.Record(new ApprovalGiven(mine.Id, mine.Term("purpose"), command.Verdict, command.Opinion?.Trim()))
            .Then(new Stimulus.Answer(mine.Id, command.Verdict.ToString(), data));
    }

    /// <summary>审定, when the process asks for it. What is not whole is not accepted, whatever a definition says.</summary>
    public static Decision Accepted(Plan plan) => plan.IsAccepted || Completeness.Undecided(plan) is not null
        ? Decision.Nothing
        : new PlanAccepted(
            [.. plan.InOrder.Where(item => item.Verdict is ItemVerdict.Accepted && !plan.Issued.Contains(item.Path)).Select(item => item.Path)],
            Promises.Of(plan));

    /// <summary>The machine looks for itself who must stand back, and counts nobody twice.</summary>
    public static JsonObject Answerer(Caller caller) => new()
    {
        ["account"] = caller.Account.Value,
        ["agency"] = caller.Agency.Value,
    };

    /// <summary>What the processes wait for, in words; that they stand with an incident where they do.</summary>
    public static Term WaitedFor(Plan plan) => Term.Join(
    [
        .. plan.Processes.Waits.Select(Described).DefaultIfEmpty(Term.Plain("—")),
        .. plan.Processes.Incidents.Select(incident => new Term(
            $"（流程在“{incident.Name}”出错，待流程设计员处理）", $"(the process stands with an incident at \"{incident.Name}\"; ask a workflow designer)")),
    ]);

    private static Decision Answer(Plan plan, Caller caller, string kind, string outcome, Fact fact) =>
        plan.Processes.Waits.Where(wait => wait.Kind == kind).ToArray() is not [var first, ..] waits
            ? Decision.Refuse(PlanRefusals.NotWaiting, WaitedFor(plan))
        : waits.FirstOrDefault(wait => WaitRules.Accepts(wait, caller)) is { } mine
            ? Decision.Record(fact).Then(new Stimulus.Answer(mine.Id, outcome, Answerer(caller)))
        : BarredFrom(waits, caller) ?? Decision.Refuse(TaskRefusals.OtherRole, first.Name, RoleLabels.OfName(first.Term(WaitRules.Role)));

    private static Decision? BarredFrom(IEnumerable<Wait> waits, Caller caller) =>
        waits.FirstOrDefault(wait => WaitRules.IsAsked(wait, caller)) is not { } asked ? null
        : WaitRules.IsRecused(asked, caller) ? Decision.Refuse(TaskRefusals.Recused, asked.Name)
        : Decision.Refuse(TaskRefusals.AnsweredAlready, asked.Name);

    private static Term Described(Wait wait)
    {
        if (wait.Term(WaitRules.Role) is not { Length: > 0 } role) return Term.Plain(wait.Name);

        var post = RoleLabels.OfName(role);
        return new Term($"{wait.Name}（{post.Chinese}）", $"{wait.Name} ({post.English})");
    }
}
