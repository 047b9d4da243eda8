using System.Globalization;
using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>Standing commands: right and rule alone; the process is told.</summary>
public static partial class TaskRules
{
    public const string ExtensionInstance = "extension";

    /// <summary>The base that limits of a definition name when they are counted from the due date.</summary>
    public const string DueOnBase = "dueOn";

    /// <summary>The base of limits that run from the day of the assignment 交办, however long the agency took to acknowledge.</summary>
    public const string AssignedOnBase = "assignedOn";

    /// <summary>The days of a task that limits can be counted from, by the names that definitions use.</summary>
    public static IReadOnlyDictionary<string, DateOnly> BasesOf(SupervisedTask task) =>
        new (string Name, DateOnly? Day)[] { (DueOnBase, task.DueOn), (AssignedOnBase, task.AssignedOn) }
            .Where(known => known.Day is not null).ToDictionary(known => known.Name, known => known.Day!.Value);

    private static Decision Expedite(SupervisedTask task, Expedite command)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (TextRefused(command.Text, Fields.Text) is { } refused)
            return refused;

        return Decision.Record(new TaskExpedited(task.Counts.Expedited + 1, "by-hand", command.Text.Trim(), ByClock: false))
            .Then(new Stimulus.Event("task-expedited"));
    }

    private static Decision RequestExtension(
        SupervisedTask task, Caller caller, RequestExtension command, TaskContext context)
    {
        if (task.Stage is not (TaskStage.Assigned or TaskStage.InProgress))
            return NotUnderWay(task, command);
        if (task.ClockStop is { } stop)
            return Decision.Refuse(TaskRefusals.ClockStopped, stop.Since);
        if (task.RequestedDueOn is { } pending)
            return Decision.Refuse(TaskRefusals.ExtensionPending, pending);
        if (command.DueOn <= task.DueOn || command.DueOn < context.Today)
            return Decision.Refuse(TaskRefusals.ExtensionNotLater, command.DueOn, task.DueOn!);
        if (command.DueOn > context.Today.AddYears(DueOnYearsMax))
            return Decision.Refuse(TaskRefusals.DueOnTooFar, command.DueOn, DueOnYearsMax);
        if (TextRefused(command.Reason, Fields.Reason) is { } refused)
            return refused;

        return Decision.Record(new ExtensionRequested(caller.Agency, command.DueOn, command.Reason.Trim()))
            .Then(new Stimulus.Start(ExtensionInstance, DefinitionNames.Extension, new JsonObject
            {
                [DueOnBase] = command.DueOn.ToString("O", CultureInfo.InvariantCulture),
            }));
    }

    private static Decision StopClock(SupervisedTask task, StopClock command, TaskContext context)
    {
        if (!task.IsUnderWay)
            return NotUnderWay(task, command);
        if (task.ClockStop is { } stop)
            return Decision.Refuse(TaskRefusals.ClockStopped, stop.Since);
        if (TextRefused(command.Reason, Fields.Reason) is { } refused)
            return refused;

        return Decision.Record(new TaskClockStopped(context.Today, command.Reason.Trim())).Then(new Stimulus.StopClock());
    }

    /// <summary>恢复计时: every limit counted in working days moves by the working days after the day of the stop up to today.</summary>
    private static Decision ResumeClock(SupervisedTask task, TaskContext context)
    {
        if (task.ClockStop is not { } stop)
            return Decision.Refuse(TaskRefusals.ClockRuns);

        var stood = context.Calendar.WorkingDaysUntil(stop.Since, context.Today);
        var before = task.DueOn!.Value;
        var dueOn = stood == 0 ? before : context.Calendar.AddWorkingDays(before, stood);
        return Decision.Record(new TaskClockResumed(context.Today, stood, before, dueOn, "working-days-stood/1"))
            .Then(new Stimulus.ResumeClock(stood), new Stimulus.MoveBase(DueOnBase, dueOn));
    }

    /// <summary>撤销: one fact, and the sub-plans that are not settled against it follow, with all that is below them.</summary>
    private static Decision Withdraw(SupervisedTask task, TaskCommand command, string reason, PlanId? plan = null)
    {
        // The parts are what is left of a task that was split: with the plan they go.
        if (plan is not null && task.Stage is TaskStage.Split)
            return new TaskWithdrawn(reason.Trim(), plan, Parts: [.. task.Changes.Parts.Select(part => part.Task)]);
        if (task.IsClosed)
            return Decision.Refuse(TaskRefusals.Closed, TaskLabels.Of(task.Stage), TaskLabels.Of(command));
        if (TextRefused(reason, Fields.Reason) is { } refused)
            return refused;

        return Decision.Record([new TaskWithdrawn(reason.Trim(), plan, Below(task)), .. NumberGivenUp(task)])
            .Then([.. task.Processes.Running.Keys.Select(instance => new Stimulus.Cancel(instance))]);
    }

    // The sub-plans that end with the task; null for none.
    private static PlanId[]? Below(SupervisedTask task) =>
        task.Cascade.SubPlans.Values.Where(stand => stand.Accepted is not false).Select(stand => stand.Order.Plan).ToArray() is [_, ..] below ? below : null;

    private static IEnumerable<Fact> NumberGivenUp(SupervisedTask task) => task.Number is { } number ? [new NumberGivenUp(number.Series)] : [];

    private static Decision NotUnderWay(SupervisedTask task, TaskCommand command) =>
        Decision.Refuse(TaskRefusals.NotUnderWay, TaskLabels.Of(task.Stage), TaskLabels.Of(command));
}
