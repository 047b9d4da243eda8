using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>反馈, 审核, 办结, 核查, 评价, 销号.</summary>
public static partial class TaskRules
{
    private static Decision ReportProgress(SupervisedTask task, Caller caller, ReportProgress command, TaskContext context)
    {
        if (LeftToAnotherRefused(task, caller) is { } another)
            return another;
        if (command.Percent is < 0 or > 100)
            return Decision.Refuse(TaskRefusals.PercentOutOfRange, command.Percent);
        if (TextRefused(command.Text, Fields.Text) is { } refused)
            return refused;
        if (EvidenceRefused(command.Evidence ?? [], caller, context) is { } unfit)
            return unfit;

        return Answer(task, caller, command, WaitKinds.Report, "Reported", new ProgressReported(
            task.Progress.Reports + 1, caller.Agency, command.Percent, PlannedPercent(task, context),
            command.Text.Trim(), command.Evidence ?? []));
    }

    /// <summary>What should be done by now: in proportion to the days gone by, in whole percent.</summary>
    /// <remarks>Rounded down; the day of the assignment counts as the first, the due date as the last.</remarks>
    public static int PlannedPercent(SupervisedTask task, TaskContext context) =>
        PlannedPercent(task.StartsOn, task.DueOn, context.Today);

    /// <summary>The same, for whoever knows only the days.</summary>
    public static int PlannedPercent(DateOnly? startsOn, DateOnly? dueOn, DateOnly today)
    {
        if (startsOn is not { } start || dueOn is not { } due)
            return 0;

        var days = due.DayNumber - start.DayNumber;
        return days <= 0 ? 100 : Math.Clamp((today.DayNumber - start.DayNumber) * 100 / days, 0, 100);
    }

    private static Decision ReviewReport(SupervisedTask task, Caller caller, ReviewReport command)
    {
        if (OwnWorkRefused(task, caller, WaitKinds.Review) is { } own)
            return own;
        if ((command.Passed ? OptionalTextRefused(command.Reason, Fields.Reason) : TextRefused(command.Reason, Fields.Reason)) is { } refused)
            return refused;

        return Answer(task, caller, command, WaitKinds.Review, command.Passed ? "Passed" : "Returned",
            new ReportReviewed(task.Progress.Reports, command.Passed, command.Reason?.Trim()));
    }

    private static Decision SubmitCompletion(
        SupervisedTask task, Caller caller, SubmitCompletion command, TaskContext context)
    {
        if (TextRefused(command.Reason, Fields.Reason) is { } refused)
            return refused;
        if (command.Evidence.Count == 0)
            return Decision.Refuse(TaskRefusals.EvidenceMissing);
        if (EvidenceRefused(command.Evidence, caller, context) is { } unfit)
            return unfit;

        return Answer(task, caller, command, WaitKinds.Completion, "Submitted",
            new CompletionSubmitted(caller.Agency, command.Reason.Trim(), command.Evidence, context.Today));
    }

    /// <summary>
    /// Nobody judges the work of an agency he belongs to, unless the definition asks the head of the lead, as it does for
    /// what a county has broken down for itself. Whoever reported or submitted is never asked: the wait has to say who that was.
    /// </summary>
    private static Decision? OwnWorkRefused(SupervisedTask task, Caller caller, string kind) =>
        task.Assignment?.Involves(caller.Agency) != true
        || task.Processes.Waits.Any(wait => wait.Kind == kind && WaitRules.AsksHeadOfLead(wait))
            ? null
            : Decision.Refuse(TaskRefusals.OwnWork);

    private static Decision Verify(SupervisedTask task, Caller caller, Verify command)
    {
        if (OwnWorkRefused(task, caller, WaitKinds.Verification) is { } own)
            return own;
        if (TextRefused(command.Finding, Fields.Finding) is { } refused)
            return refused;

        return command.Accepted
            ? Answer(task, caller, command, WaitKinds.Verification, "Verified", new CompletionVerified(command.Finding.Trim()))
            : Answer(task, caller, command, WaitKinds.Verification, "Returned",
                new TaskReturned(command.Finding.Trim(), task.Counts.Returned + 1));
    }

    private static Decision Appraise(SupervisedTask task, Caller caller, Appraise command) =>
        task.Assignment?.Involves(caller.Agency) == true
            ? Decision.Refuse(TaskRefusals.OwnWork)
            : TextRefused(command.Opinion, Fields.Opinion) ?? Answer(
                task, caller, command, WaitKinds.Appraisal, "Appraised", new TaskAppraised(command.Grade, command.Opinion.Trim()));

    private static Decision CloseOut(SupervisedTask task, Caller caller, CloseOut command) =>
        OwnWorkRefused(task, caller, WaitKinds.CloseOut)
        ?? ProblemsOpenRefused(task)
        ?? TextRefused(command.Conclusion, Fields.Conclusion)
        ?? TextRefused(command.DeliveryReceipt, Fields.DeliveryReceipt)
        ?? Answer(task, caller, command, WaitKinds.CloseOut, "ClosedOut",
            new TaskClosedOut(command.Conclusion.Trim(), command.DeliveryReceipt.Trim()))
            .Then([new Stimulus.Cancel(ExtensionInstance), .. task.Changes.Pending.Keys.Select(change => new Stimulus.Cancel(InstanceOf(change)))]);
}
