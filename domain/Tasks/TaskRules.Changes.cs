using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>转办, 更正交办, 终止, 重新办理, 并案, 拆分: changes that one asks for and another consents to, or that the director makes alone.</summary>
public static partial class TaskRules
{
    /// <summary>The name of the process that asks for the consent, and of its purpose.</summary>
    public static string InstanceOf(ChangeKind change) => change switch
    {
        ChangeKind.Transfer => "transfer",
        ChangeKind.Termination => "termination",
        ChangeKind.Reopening => "reopening",
        ChangeKind.Merger => "merger",
        ChangeKind.Split => "split",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision RequestTransfer(SupervisedTask task, Caller caller, RequestTransfer command, TaskContext context)
    {
        if (!IsWithLead(task))
            return NotUnderWay(task, command);
        if (task.Assignment!.Lead == command.Lead)
            return Decision.Refuse(TaskRefusals.LeadAlready, command.Lead);

        var next = task.Assignment with
        {
            Lead = command.Lead,
            Responsible = [.. task.Assignment.Responsible.Where(code => code != command.Lead)],
            Cooperating = [.. task.Assignment.Cooperating.Where(code => code != command.Lead)],
            DueOn = command.DueOn ?? task.Assignment.DueOn,
            SkipLevelReason = command.SkipLevelReason,
        };
        return Flaw(next, context) ?? Requested(task, caller, new ChangeRequested(ChangeKind.Transfer, caller.Agency, command.Reason, next));
    }

    private static Decision RequestTermination(SupervisedTask task, Caller caller, RequestTermination command) =>
        task.IsUnderWay ? Requested(task, caller, new ChangeRequested(ChangeKind.Termination, caller.Agency, command.Reason)) : NotUnderWay(task, command);

    private static Decision RequestReopening(SupervisedTask task, Caller caller, RequestReopening command, TaskContext context)
    {
        if (!IsStruckOff(task))
            return Decision.Refuse(TaskRefusals.NotStruckOff, TaskLabels.Of(task.Stage));

        var next = task.Assignment! with { DueOn = command.DueOn };
        return Flaw(next, context) ?? Requested(task, caller, new ChangeRequested(ChangeKind.Reopening, caller.Agency, command.Reason, next));
    }

    private static Decision CorrectAssignment(SupervisedTask task, CorrectAssignment command, TaskContext context)
    {
        if (!IsWithLead(task))
            return NotUnderWay(task, command);

        return Flaw(command.Assignment, context) ?? TextRefused(command.Reason, Fields.Reason)
            ?? Reassigned(task, command.Assignment, command.Reason.Trim(), context, isCorrection: true);
    }

    private static bool IsWithLead(SupervisedTask task) => task.Stage is TaskStage.Assigned or TaskStage.InProgress;

    private static bool IsStruckOff(SupervisedTask task) => task.Stage is TaskStage.ClosedOut or TaskStage.Archived;

    // Nobody consents to what he has asked for; an end before its time is a leader's word, and so is what the director asks for.
    private static Decision Requested(SupervisedTask task, Caller caller, ChangeRequested asked)
    {
        if (task.Changes.IsPending(asked.Change))
            return Decision.Refuse(TaskRefusals.ChangePending, TaskLabels.Of(asked.Change));
        if (TextRefused(asked.Reason, Fields.Reason) is { } refused)
            return refused;

        var approver = asked.Change is ChangeKind.Termination || caller.Is(Role.OfficeDirector) ? Role.LeaderInCharge : Role.OfficeDirector;
        return Decision.Record(asked with { Reason = asked.Reason.Trim() })
            .Then(new Stimulus.Start(InstanceOf(asked.Change), DefinitionNames.Consent, new JsonObject
            {
                ["purpose"] = InstanceOf(asked.Change),
                ["approver"] = approver.ToString(),
                ["excluded"] = new JsonArray(WaitRules.AnswererOf(caller)),
            }));
    }

    /// <summary>The request that a process was started for; null when it is over meanwhile.</summary>
    private static ChangeRequested? AskedBy(SupervisedTask task, string instance) =>
        task.Changes.Pending.Values.FirstOrDefault(asked => InstanceOf(asked.Change) == instance);

    // What has become impossible meanwhile is refused, so that nothing stays pending for ever.
    private static Decision ChangeGranted(SupervisedTask task, ChangeRequested asked, TaskContext context) => asked switch
    {
        { Change: ChangeKind.Transfer, Assignment: { } next } when IsWithLead(task) => Reassigned(task, next, asked.Reason, context, isCorrection: false),
        { Change: ChangeKind.Termination } when !task.IsClosed => Decision.Record(new TaskTerminated(asked.Reason, Below(task)))
            .Then([.. task.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))]),
        { Change: ChangeKind.Reopening, Assignment: { } next } when IsStruckOff(task) =>
            Decision.Record(new TaskReopened(next, context.Today, asked.Reason, task.Changes.Reopened + 1)).Then(BeginAgain(task)),
        { Change: ChangeKind.Merger, Into: { } into } when IsWithLead(task) => new MergerAgreed(into, MergedOf(task, context)),
        { Change: ChangeKind.Split, Parts: not null } => SplitGranted(task, asked),
        _ => new ChangeRefused(asked.Change),
    };

    // With the same lead the work goes on; with another it begins with the acknowledgement.
    private static Decision Reassigned(SupervisedTask task, Assignment next, string reason, TaskContext context, bool isCorrection)
    {
        Decision reassigned = new TaskReassigned(task.Assignment!.Lead, next, context.Today, reason, isCorrection);
        return next.Lead != task.Assignment.Lead ? reassigned.Then(BeginAgain(task))
            : next.DueOn != task.DueOn ? reassigned.Then(new Stimulus.MoveBase(DueOnBase, next.DueOn))
            : reassigned;
    }

    private static Stimulus[] BeginAgain(SupervisedTask task) =>
    [
        .. task.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance)),
        new Stimulus.Start(
            DirectiveInstance, task.Changes.Process ?? DefinitionNames.Directive,
            InputsOf(task.Registration!.Supervision, task.Registration.Source, task.Registration.Cadence, approved: true)),
    ];
}
