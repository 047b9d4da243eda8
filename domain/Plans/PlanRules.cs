using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What may be done to a plan, by whom and when. Pure: same arguments, same decision.</summary>
/// <remarks>Which of it a process must wait for, and the way of a plan from text to revision, stand in docs/plans.md.</remarks>
public static class PlanRules
{
    /// <summary>Whoever has a business post may read plans of the city; they are official texts.</summary>
    public static bool MayView(Caller caller) => caller.IsAny(
        Role.OfficeClerk, Role.OfficeDirector, Role.Auditor, Role.LeaderInCharge, Role.AgencyHead, Role.Liaison, Role.Handler, Role.Follower);

    /// <summary>The task of the item at this path.</summary>
    public static TaskId TaskOf(Plan plan, string path) => PlanTasks.TaskOf(plan, plan.Items[path]);

    public static Decision Decide(Plan plan, Caller caller, PlanCommand command, PlanContext context)
    {
        if (!PlanRights.MayEverGive(command.GetType(), caller))
            return Decision.Refuse(PlanRefusals.NotAllowed, RoleLabels.Of(caller));
        if (command is RegisterPlan register)
            return Register(plan, register, context);
        if (command is OpenSubPlan open)
            return Open(plan, open, context);
        if (plan.Exists && command is NotePlanProgress note)
            return plan.Withdrawn is null ? Thresholds.Note(plan.Reached, note.Percent) : Decision.Nothing;
        if (!plan.Exists || !PlanRights.MayView(plan, caller, context.Organisation))
            return Decision.Refuse(PlanRefusals.NotFound, context.Plan);
        if (!PlanRights.MayGive(command.GetType(), plan, caller))
            return Decision.Refuse(PlanRefusals.NotAllowed, RoleLabels.Of(caller));
        if (command is WithdrawPlan withdraw)
            return Withdraw(plan, withdraw);
        if (plan.Withdrawn is { } gone)
            return Decision.Refuse(PlanRefusals.Withdrawn, gone.Task, gone.Reason);

        return command switch
        {
            ReviewItems c => ReviewRules.Review(plan, c.Changes, context),
            SettleItem c => ReviewRules.Settle(plan, c, context),
            SubmitPlan => PlanApproval.Submit(plan, caller, context),
            AcknowledgePlan => PlanApproval.Acknowledge(plan, caller),
            RefusePlan c => PlanApproval.Refuse(plan, caller, c),
            DecidePlan c => PlanApproval.Decide(plan, caller, c),
            ProposeRevision c => RevisionRules.Propose(plan, caller, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>What follows from what a process of the plan asks for, in the append of the step that asked.</summary>
    public static Decision Grant(Plan plan, ProcessRequest request) => request.Name switch
    {
        RequestNames.AcceptPlan => PlanApproval.Accepted(plan),
        RequestNames.RevisePlan => RevisionRules.Revised(plan),
        RequestNames.RefuseRevision => RevisionRules.Refused(plan),
        _ => ProcessRules.Grant(request),
    };

    /// <summary>A revision that nobody will decide any more would bar the next one for ever.</summary>
    public static Decision Decide(Plan plan, Caller caller, ProcessCommand command)
    {
        var decision = ProcessRecovery.Decide(plan.Processes, caller, command);
        return decision is Decision.Accepted accepted && command is AbortProcess { Instance: RevisionRules.Instance } && plan.Proposed is { } asked
            ? accepted with { Facts = [.. accepted.Facts, new PlanRevisionRefused(asked.Revision)] }
            : decision;
    }

    private static Decision Register(Plan plan, RegisterPlan command, PlanContext context)
    {
        if (plan.Exists && plan.Draft?.Source != command.Draft.Source)
            return Decision.Refuse(PlanRefusals.Exists, context.Plan);
        if (plan.Exists)
            return Decision.Nothing.Then([.. PlanApproval.BegunAnew(plan, context)]);
        if (string.IsNullOrWhiteSpace(command.Draft.Issuer) || command.Draft.IssuedOn is null)
            return Decision.Refuse(PlanRefusals.NoIssuer);
        if (command.Draft.IssuedOn > context.Today)
            return Decision.Refuse(TaskRefusals.AuthorityAhead, command.Draft.IssuedOn, context.Today); // As its tasks would be.
        if (!command.Draft.Items.Any())
            return Decision.Refuse(PlanRefusals.NoItems);

        return Decision.Record(new PlanRegistered(context.Plan, command.Draft)).Then(PlanApproval.Begun(parent: null));
    }

    private static Decision Open(Plan plan, OpenSubPlan command, PlanContext context)
    {
        var opened = new PlanOpened(context.Plan, command.Title, command.Content, command.Authority, command.Parent);
        if (!plan.Exists)
            return Decision.Record(opened).Then(PlanApproval.Begun(command.Parent, command.Definition));
        if (plan.Parent is not { } parent || parent.Task != command.Parent.Task || parent.Agency != command.Parent.Agency)
            return Decision.Refuse(PlanRefusals.Exists, context.Plan);

        if (plan.Withdrawn is not null)
            return Decision.Nothing; // Terms that were on their way when the task above was withdrawn.

        return (PlanTexts.AreSame(plan.Opened, opened) && plan.Refused is null ? Decision.Nothing : opened)
            .Then([.. PlanApproval.BegunAnew(plan with { Refused = null, Opened = opened }, context)]);
    }

    /// <summary>撤销, with the task above: nobody works on it any more, and the tasks it has come to go with it.</summary>
    private static Decision Withdraw(Plan plan, WithdrawPlan command)
    {
        if (plan.Withdrawn is not null)
            return Decision.Nothing;
        if (plan.Parent?.Task != command.Task)
            return Decision.Refuse(PlanRefusals.NotFound, command.Task);

        string[] paths = [.. plan.InOrder.Where(item => plan.Issued.Contains(item.Path) && item.State is not ItemState.Removed).Select(item => item.Path)];
        return Decision.Record(new PlanWithdrawn(command.Task, command.Reason, paths))
            .Then([.. plan.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))]);
    }
}
