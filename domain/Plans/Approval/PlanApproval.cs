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

    public static Decision Decide(Plan plan, Caller caller, DecidePlan command) => WaitAnswers.Decided(
        plan.Processes, caller, command.Verdict, command.Opinion, command.Wait,
        _ => Decision.Refuse(TaskRefusals.ApprovalNotYours, WaitedFor(plan)),
        command.Verdict is Verdict.Rejected ? PlanTexts.Refused(command.Opinion, PlanTexts.Opinion) : PlanTexts.OptionalRefused(command.Opinion, PlanTexts.Opinion));

    /// <summary>审定, when the process asks for it. What is not whole is not accepted, whatever a definition says.</summary>
    public static Decision Accepted(Plan plan) => plan.IsAccepted || Completeness.Undecided(plan) is not null
        ? Decision.Nothing
        : new PlanAccepted(
            [.. plan.InOrder.Where(item => item.Verdict is ItemVerdict.Accepted && !plan.Issued.Contains(item.Path)).Select(item => item.Path)],
            Promises.Of(plan));

    /// <summary>What the processes wait for, in words; that they stand with an incident where they do.</summary>
    public static Term WaitedFor(Plan plan) => Term.Join(
    [
        .. plan.Processes.Waits.Select(WaitAnswers.Described).DefaultIfEmpty(Term.Plain("—")),
        .. WaitAnswers.Incidents(plan.Processes),
    ]);

    private static Decision Answer(Plan plan, Caller caller, string kind, string outcome, Fact fact) =>
        WaitAnswers.Given(plan.Processes, caller, kind, outcome, () => Decision.Refuse(PlanRefusals.NotWaiting, WaitedFor(plan)), fact);
}
