using Supervision.Indicators;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>A task as one caller sees it.</summary>
public static class TaskViews
{
    public static TaskView Of(SupervisedTask task, long version, Caller caller, TaskContext context) => new(
        context.TaskId,
        version,
        task.Registration!.Title,
        task.Registration.Content,
        task.Stage,
        TaskLabels.Of(task.Stage),
        task.Registration.Supervision,
        task.Registration.Source,
        task.Registration.Authority,
        task.Registration.Origin,
        task.Assignment,
        task.Registration.Proposed,
        ProgressOf(task),
        LightRules.Of(task, context.Today, context.Calendar),
        task.ClockStop?.Since,
        task.RequestedDueOn,
        task.Grade,
        [.. task.Processes.Waits],
        ActionsOf(task, caller),
        [.. task.Processes.Incidents],
        TaskRules.NeedsDecision(task),
        [.. task.Indicators.All.Select(indicator => CascadeViews.Of(task, indicator, context.Today))],
        task.Indicators.EvidenceRule,
        CascadeViews.Of(task, context.Today),
        task.Registration.Cadence,
        task.Number?.Text,
        ChangesOf(task.Changes),
        [.. task.Problems.Select(problem => new ProblemView(
            problem.Number, problem.Text, problem.Agency, problem.DueOn, problem.Stage, TaskLabels.Of(problem.Stage),
            problem.RectifiedOn, problem.Returned, problem.IsLate(context.Today)))],
        task.Handler);

    private static ChangesView ChangesOf(TaskChanges changes) => new(
        [.. changes.Pending.Values.OrderBy(asked => asked.Change).Select(asked => new PendingChange(
            asked.Change, TaskLabels.Of(asked.Change), asked.By, asked.Reason, asked.Assignment, asked.Into, PartsOf(asked.Parts)))],
        changes.Reassigned, changes.Reopened, changes.MergedInto, changes.TakenIn, PartsOf(changes.Parts));

    private static TaskPartView[] PartsOf(IReadOnlyList<PartOfTask>? parts) =>
        [.. (parts ?? []).Select(part => new TaskPartView(part.Task, part.Title, part.Assignment, part.Weight))];

    private static ProgressView ProgressOf(SupervisedTask task) => new(
        task.Progress.Reports, task.Progress.Percent, task.Progress.PlannedPercent, task.Progress.LatestText,
        task.Progress.MissedPeriod, task.Counts.Returned, task.Counts.Expedited, task.Counts.Escalated,
        task.Counts.Proposed, task.Counts.Extended);

    private static readonly Type[] OfHandlers = [typeof(ReportProgress), typeof(RecordValue)];

    // The commands a caller has the right to, and that the process or the state asks for now. A hint for pages and
    // programs: the rule decides again when the command comes.
    private static string[] ActionsOf(SupervisedTask task, Caller caller) =>
    [
        .. TaskActions.All
            .Where(action => TaskRights.MayGive(action.Command, task, caller) && action.IsOpen(task, caller)
                && !(OfHandlers.Contains(action.Command) && TaskRules.IsLeftToAnother(task, caller)))
            .Select(action => action.Name),
    ];
}

/// <summary>A command by name, and when a task is open to it.</summary>
/// <param name="Kind">The waiting point that a process command answers; null for a standing command.</param>
public sealed record TaskAction(string Name, Type Command, string? Kind, Func<SupervisedTask, bool> When)
{
    public bool IsOpen(SupervisedTask task, Caller caller) => Kind switch
    {
        null => When(task),
        _ => task.Processes.Waits.Any(wait => wait.Kind == Kind && WaitRules.Accepts(wait, caller)),
    };
}

/// <summary>Which commands are process commands, which are standing: docs/commands.md is held against this table.</summary>
public static class TaskActions
{
    public static IReadOnlyList<TaskAction> All { get; } =
    [
        Answering<Decide>("decide", WaitKinds.Approval),
        Answering<Assign>("assign", WaitKinds.Assignment),
        Answering<Acknowledge>("acknowledge", WaitKinds.Acknowledgement),
        Answering<RefuseAsNotOurs>("refuse-as-not-ours", WaitKinds.Acknowledgement),
        Answering<ReportProgress>("report-progress", WaitKinds.Report),
        Answering<ReviewReport>("review-report", WaitKinds.Review),
        Answering<SubmitCompletion>("submit-completion", WaitKinds.Completion),
        Answering<Verify>("verify", WaitKinds.Verification),
        Answering<Appraise>("appraise", WaitKinds.Appraisal),
        Answering<CloseOut>("close-out", WaitKinds.CloseOut),
        Answering<Archive>("archive", WaitKinds.Archiving),
        Standing<Expedite>("expedite", task => task.IsUnderWay),
        Standing<RequestExtension>("request-extension", task =>
            task is { Stage: TaskStage.Assigned or TaskStage.InProgress, ClockStopped: false, RequestedDueOn: null }),
        Standing<StopClock>("stop-clock", task => task is { IsUnderWay: true, ClockStopped: false }),
        Standing<ResumeClock>("resume-clock", task => task.ClockStopped),
        Standing<Withdraw>("withdraw", task => !task.IsClosed),
        Standing<OrderSubPlans>("order-sub-plans", task => task.IsUnderWay),
        Standing<AllotShares>("allot-shares", task => task.IsUnderWay && task.Indicators.All.Any(indicator => indicator.Sums is Aggregation.Sum)),
        Standing<RecordValue>("record-value", task => task.IsUnderWay && task.Indicators.All.Count > 0),
        Standing<NoteSubPlanFiled>("note-sub-plan-filed", task => !task.Cascade.SubPlans.IsEmpty),
        Standing<NoteSubPlanSettled>("note-sub-plan-settled", task => !task.Cascade.SubPlans.IsEmpty),
        Standing<Readjust>("readjust", task => !task.IsClosed),
        Standing<RequestTransfer>("request-transfer", task => IsWithLead(task) && !task.Changes.IsPending(ChangeKind.Transfer)),
        Standing<RequestTermination>("request-termination", task => task.IsUnderWay && !task.Changes.IsPending(ChangeKind.Termination)),
        Standing<RequestReopening>("request-reopening", task =>
            task.Stage is TaskStage.ClosedOut or TaskStage.Archived && !task.Changes.IsPending(ChangeKind.Reopening)),
        Standing<CorrectAssignment>("correct-assignment", IsWithLead),
        Standing<DelegateToHandler>("delegate", IsWithLead),
        Standing<TakeBack>("take-back", task => task.Handler is not null && !task.IsClosed),
        Standing<RequestMerger>("request-merger", task => IsWithLead(task) && !task.Changes.IsPending(ChangeKind.Merger)),
        Standing<RequestSplit>("request-split", task => IsWithLead(task) && !task.Changes.IsPending(ChangeKind.Split)),
        Standing<TakeIn>("take-in", IsWithLead),
        Standing<NoteMerged>("note-merged", task => task.Changes.AgreedInto is not null),
        Standing<NoteMergerDeclined>("note-merger-declined", task => task.Changes.AgreedInto is not null),
        Standing<RaiseProblem>("raise-problem", task => task.IsUnderWay),
        Standing<ReportRectification>("report-rectification", task => HasProblem(task, ProblemStage.Raised)),
        Standing<VerifyRectification>("verify-rectification", task => HasProblem(task, ProblemStage.Rectified)),
        Standing<CloseProblem>("close-problem", task => HasProblem(task, ProblemStage.Verified)),
        Standing<NoteNumber>("note-number", task => task.Number is { Text: null }),
        Standing<WithdrawWithPlan>("withdraw-with-plan", task => !task.IsClosed),
        Standing<NoteProgress>("note-progress", task => !task.IsClosed),
    ];

    private static bool IsWithLead(SupervisedTask task) => task.Stage is TaskStage.Assigned or TaskStage.InProgress;

    private static bool HasProblem(SupervisedTask task, ProblemStage stage) =>
        task.IsUnderWay && task.Problems.Any(problem => problem.Stage == stage);

    private static TaskAction Answering<TCommand>(string name, string kind) =>
        new(name, typeof(TCommand), kind, static _ => true);

    private static TaskAction Standing<TCommand>(string name, Func<SupervisedTask, bool> when) =>
        new(name, typeof(TCommand), Kind: null, when);
}
