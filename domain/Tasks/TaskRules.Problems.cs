using Supervision.Language;

namespace Supervision.Tasks;

/// <summary>问题清单: found, rectified, verified, closed; each problem by itself, and none is left when the task is struck off.</summary>
public static partial class TaskRules
{
    /// <summary>More problems than this are a task of their own.</summary>
    public const int ProblemsMax = 100;

    private static Decision RaiseProblem(SupervisedTask task, RaiseProblem command, TaskContext context)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (TextRefused(command.Text, Fields.Problem) is { } refused)
            return refused;
        if (task.Problems.Count >= ProblemsMax)
            return Decision.Refuse(TaskRefusals.ProblemsTooMany, ProblemsMax);
        if (command.DueOn < context.Today)
            return Decision.Refuse(TaskRefusals.DueOnPast, command.DueOn, context.Today);
        if (command.DueOn > context.Today.AddYears(DueOnYearsMax))
            return Decision.Refuse(TaskRefusals.DueOnTooFar, command.DueOn, DueOnYearsMax);

        var agency = command.Agency ?? task.Assignment!.Lead;
        return task.Assignment!.Involves(agency)
            ? new ProblemRaised(task.Problems.Count + 1, command.Text.Trim(), agency, command.DueOn)
            : Decision.Refuse(TaskRefusals.ProblemNotOnTask, agency);
    }

    private static Decision ReportRectification(SupervisedTask task, Caller caller, ReportRectification command, TaskContext context)
    {
        if (ProblemRefused(task, command, command.Number, ProblemStage.Raised) is { } refused)
            return refused;
        if (task.Problems[command.Number - 1].Agency != caller.Agency)
            return Decision.Refuse(TaskRefusals.ProblemNotYours, command.Number, task.Problems[command.Number - 1].Agency);
        if (command.Evidence.Count == 0)
            return Decision.Refuse(TaskRefusals.RectificationUnproved);

        return TextRefused(command.Text, Fields.Rectification) ?? EvidenceRefused(command.Evidence, caller, context)
            ?? new ProblemRectified(command.Number, caller.Agency, command.Text.Trim(), command.Evidence, context.Today);
    }

    // Here no definition asks the head of the lead: whoever is on the task never checks it.
    private static Decision VerifyRectification(SupervisedTask task, Caller caller, VerifyRectification command)
    {
        if (ProblemRefused(task, command, command.Number, ProblemStage.Rectified) is { } refused)
            return refused;
        if (task.Assignment!.Involves(caller.Agency))
            return Decision.Refuse(TaskRefusals.OwnWork);
        if (TextRefused(command.Finding, Fields.Finding) is { } unfit)
            return unfit;

        return command.Accepted
            ? new ProblemVerified(command.Number, command.Finding.Trim())
            : new ProblemReturned(command.Number, command.Finding.Trim(), task.Problems[command.Number - 1].Returned + 1);
    }

    private static Decision CloseProblem(SupervisedTask task, CloseProblem command) =>
        ProblemRefused(task, command, command.Number, ProblemStage.Verified)
        ?? TextRefused(command.Conclusion, Fields.Conclusion)
        ?? new ProblemClosed(command.Number, command.Conclusion.Trim());

    private static Decision? ProblemRefused(SupervisedTask task, TaskCommand command, int number, ProblemStage stage) =>
        !task.IsUnderWay ? NotUnderWay(task, command)
        : number < 1 || number > task.Problems.Count ? Decision.Refuse(TaskRefusals.ProblemUnknown, number)
        : task.Problems[number - 1].Stage != stage
            ? Decision.Refuse(TaskRefusals.ProblemStands, number, TaskLabels.Of(task.Problems[number - 1].Stage), TaskLabels.Of(command))
        : null;

    // 销号 of the task: what was found and not closed would be lost with it.
    private static Decision? ProblemsOpenRefused(SupervisedTask task) =>
        task.Problems.Where(problem => problem.Stage is not ProblemStage.Closed).Select(problem => problem.Number).ToArray() is [_, ..] open
            ? Decision.Refuse(TaskRefusals.ProblemsOpen, string.Join(", ", open))
            : null;
}
