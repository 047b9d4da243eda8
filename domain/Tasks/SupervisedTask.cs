using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Tasks;

/// <summary>督办事项 as its ledger tells it. Only facts change it; its size does not grow with its history.</summary>
/// <param name="Handler">承办人 of the lead to whom it was delegated; null for whoever of its handlers comes first.</param>
/// <param name="Reached">The highest mark, in percent, that its sub-plans have brought it to.</param>
public sealed record SupervisedTask(
    TaskStage Stage,
    TaskRegistered? Registration,
    Assignment? Assignment,
    DateOnly? AssignedOn,
    Progress Progress,
    Counts Counts,
    ClockStop? ClockStop,
    DateOnly? RequestedDueOn,
    DateOnly? SubmittedOn,
    Appraisal? Grade,
    TaskIndicators Indicators,
    Cascade Cascade,
    DocumentNumber? Number,
    TaskChanges Changes,
    ImmutableList<TaskProblem> Problems,
    ProcessSet Processes,
    int Reached = 0,
    AccountId? Handler = null) : IStreamState<SupervisedTask>
{
    public static SupervisedTask Initial { get; } = new(
        TaskStage.Unregistered, null, null, null, Progress.None, Counts.None, null, null, null, null, TaskIndicators.None, Cascade.None, null,
        TaskChanges.None, [], ProcessSet.None);

    public bool IsClosed => Stage is TaskStage.NotApproved or TaskStage.ClosedOut or TaskStage.Archived or TaskStage.Withdrawn
        or TaskStage.Terminated or TaskStage.Merged or TaskStage.Split;

    /// <summary>With the agencies: from the assignment to the strike-off.</summary>
    public bool IsUnderWay => Stage is TaskStage.Assigned or TaskStage.InProgress or TaskStage.Completed
        or TaskStage.Verified or TaskStage.Appraised;

    public bool ClockStopped => ClockStop is not null;

    public DateOnly? DueOn => Assignment?.DueOn;

    /// <summary>The first day of the period that progress is measured over: an old plan assigned today is not behind today.</summary>
    public DateOnly? StartsOn => AssignedOn ?? Registration?.Authority.On;

    /// <summary>Applies a recorded fact. Asks no rule, no clock and no definition, so replay cannot change history.</summary>
    public SupervisedTask Evolve(Fact fact) => fact switch
    {
        TaskRegistered e => this with { Stage = TaskStage.Registered, Registration = e, Indicators = Indicators.Set(e.Indicators, e.EvidenceRule) },
        TaskRegistrationRefused => this with { Stage = TaskStage.NotApproved },
        TaskAssigned e => (this with { Stage = TaskStage.Assigned, Assignment = e.Assignment, AssignedOn = e.On, Handler = null }).ProblemsKept(),
        TaskAcknowledged => this with { Stage = TaskStage.InProgress },
        TaskRefusedAsNotOurs => this with { Stage = TaskStage.Approved, Counts = Counts.Add(refused: 1) },
        ProgressReported e => this with { Progress = Progress.Reported(e) },
        ReportReviewed e => this with { Progress = Progress.Reviewed(e), Counts = Counts.Add(returned: e.Passed ? 0 : 1) },
        ReportMissed e => this with { Progress = Progress.Missed(e) },
        CompletionSubmitted e => this with { Stage = TaskStage.Completed, SubmittedOn = e.On },
        CompletionVerified => this with { Stage = TaskStage.Verified },
        TaskReturned e => this with { Stage = TaskStage.InProgress, Counts = Counts with { Returned = e.Times }, SubmittedOn = null },
        TaskAppraised e => this with { Stage = TaskStage.Appraised, Grade = e.Grade },
        TaskClosedOut => Ended(TaskStage.ClosedOut),
        TaskArchived => this with { Stage = TaskStage.Archived },
        TaskWithdrawn => Ended(TaskStage.Withdrawn),
        TaskExpedited e => this with { Counts = Counts with { Expedited = e.Times } },
        TaskEscalated e => this with { Counts = Counts.Add(escalated: 1) },
        MeasureProposed => this with { Counts = Counts.Add(proposed: 1) },
        ExtensionRequested e => this with { RequestedDueOn = e.DueOn },
        ExtensionGranted e => DueOnMoved(e.DueOn) with { RequestedDueOn = null, Counts = Counts.Add(extended: 1) },
        ExtensionRefused => this with { RequestedDueOn = null },
        TaskClockStopped e => this with { ClockStop = new ClockStop(e.On, e.Reason) },
        TaskClockResumed e => DueOnMoved(e.DueOn) with { ClockStop = null },
        SubPlansOrdered e => this with { Cascade = Cascade.Ordered(e) },
        SharesAllotted e => this with { Cascade = Cascade.Allotted(e) },
        SubPlanFiled e => this with { Cascade = Cascade.Filed(e) },
        SubPlanSettled e => this with { Cascade = Cascade.Settled(e) },
        TaskReadjusted e => (this with
        {
            Assignment = e.Assignment,
            Indicators = Indicators.Set(e.Indicators, e.EvidenceRule),
            Handler = e.Assignment.Lead == Assignment?.Lead ? Handler : null,
        }).ProblemsKept(),
        ValueRecorded e => this with { Indicators = Indicators.Recorded(e.Value) },
        ProgressReached e => this with { Reached = Math.Max(Reached, e.Percent) },
        ProblemRaised e => this with { Problems = Problems.Add(new TaskProblem(e.Number, e.Text, e.Agency, e.DueOn, ProblemStage.Raised)) },
        ProblemRectified e => With(e.Number, problem => problem with { Stage = ProblemStage.Rectified, RectifiedOn = e.On }),
        ProblemReturned e => With(e.Number, problem => problem with { Stage = ProblemStage.Raised, RectifiedOn = null, Returned = e.Times }),
        ProblemVerified e => With(e.Number, problem => problem with { Stage = ProblemStage.Verified }),
        ProblemClosed e => With(e.Number, problem => problem with { Stage = ProblemStage.Closed }),
        ChangeRequested e => this with { Changes = Changes.Requested(e) },
        ChangeRefused e => this with { Changes = Changes.Settled(e.Change) },
        TaskReassigned { From: var from, Assignment: var next } when from == next.Lead => (this with { Assignment = next }).ProblemsKept(),
        TaskReassigned e => BegunAnew(e.Assignment, e.On).ProblemsKept() with { Changes = Changes.Over() with { Reassigned = Changes.Reassigned + 1 } },
        TaskReopened e => BegunAnew(e.Assignment, e.On) with { Changes = Changes.Over() with { Reopened = e.Times } },
        TaskTerminated => Ended(TaskStage.Terminated),
        TaskDelegated e => this with { Handler = e.Handler },
        DelegationTakenBack => this with { Handler = null },
        MergerAgreed e => this with { Changes = Changes.Agreed(e.Into) },
        TaskTookIn e => this with { Assignment = e.Assignment, Indicators = Indicators.Set(e.Indicators, Indicators.EvidenceRule), Changes = Changes.TookIn(e) },
        TaskMerged e => Ended(TaskStage.Merged).ReadableFor(e.Readers, e.Into),
        TaskSplit e => (this with { Changes = Changes with { Parts = e.Parts } }).Ended(TaskStage.Split),
        NumberRequested e => this with { Number = new DocumentNumber(e.Series, null) },
        NumberGiven e => this with { Number = new DocumentNumber(e.Series, e.Text) },
        ApprovalGiven or NumberGivenUp => this,
        ProcessStarted { Instance: TaskRules.DirectiveInstance } e => Stepped(Processes.Evolve(e)) with { Changes = Changes with { Process = e.Definition } },
        ProcessFact => Stepped(Processes.Evolve(fact)),
        _ => throw UnknownFactException.Of(fact),
    };

    // Approved is what the process says: it has come to wait for the assignment.
    private SupervisedTask Stepped(ProcessSet processes) => this with
    {
        Processes = processes,
        Stage = Stage is TaskStage.Registered && processes.Waiting(WaitKinds.Assignment) is not null
            ? TaskStage.Approved
            : Stage,
    };

    // What was asked for or stopped on the way is over with the task.
    private SupervisedTask Ended(TaskStage stage) => this with { Stage = stage, ClockStop = null, RequestedDueOn = null, Changes = Changes.Over() };

    // A task that is closed gives nobody anything to do: to be on it is to be able to read it.
    private SupervisedTask ReadableFor(IReadOnlyList<AgencyCode> readers, TaskId into) => this with
    {
        Assignment = Assignment! with { Cooperating = [.. Assignment.Cooperating, .. readers.Where(code => !Assignment.Involves(code))] },
        Changes = Changes with { MergedInto = into },
    };

    private SupervisedTask With(int number, Func<TaskProblem, TaskProblem> change) =>
        this with { Problems = Problems.SetItem(number - 1, change(Problems[number - 1])) };

    // What an agency that is no longer on the task has not put right yet is the lead's.
    private SupervisedTask ProblemsKept() => Problems.IsEmpty ? this : this with
    {
        Problems = [.. Problems.Select(problem => problem.Stage is ProblemStage.Closed || Assignment!.Involves(problem.Agency)
            ? problem
            : problem with { Agency = Assignment.Lead })],
    };

    private SupervisedTask BegunAnew(Assignment assignment, DateOnly on) => this with
    {
        Stage = TaskStage.Assigned,
        Assignment = assignment,
        AssignedOn = on,
        RequestedDueOn = null,
        SubmittedOn = null,
        Grade = null,
        Handler = Assignment?.Lead == assignment.Lead ? Handler : null,
    };

    private SupervisedTask DueOnMoved(DateOnly dueOn) =>
        Assignment is null ? this : this with { Assignment = Assignment with { DueOn = dueOn } };
}

/// <summary>发文字号 of a task.</summary>
/// <param name="Text">Null while the series has not answered.</param>
public sealed record DocumentNumber(SeriesId Series, string? Text);

/// <summary>停表 since a day, for a reason.</summary>
public sealed record ClockStop(DateOnly Since, string Reason);

/// <summary>The newest report and what is missing.</summary>
/// <param name="Reports">How many reports there were.</param>
/// <param name="Percent">Done, as the newest report says.</param>
/// <param name="PlannedPercent">What should have been done by then.</param>
/// <param name="MissedPeriod">The period whose report is missing; null when the newest report is there.</param>
public sealed record Progress(int Reports, int Percent, int PlannedPercent, string? LatestText, string? MissedPeriod, int Returned)
{
    public static Progress None { get; } = new(0, 0, 0, null, null, 0);

    public int PointsBehind => PlannedPercent - Percent;

    public Progress Reported(ProgressReported e) =>
        new(e.Number, e.Percent, e.PlannedPercent, e.Text, MissedPeriod: null, Returned);

    public Progress Reviewed(ReportReviewed e) => e.Passed ? this : this with { Returned = Returned + 1 };

    public Progress Missed(ReportMissed e) => this with { MissedPeriod = e.Period };
}

/// <summary>How often things have happened to a task.</summary>
public sealed record Counts(int Refused, int Returned, int Expedited, int Escalated, int Proposed, int Extended)
{
    public static Counts None { get; } = new(0, 0, 0, 0, 0, 0);

    public Counts Add(int refused = 0, int returned = 0, int escalated = 0, int proposed = 0, int extended = 0) => this with
    {
        Refused = Refused + refused,
        Returned = Returned + returned,
        Escalated = Escalated + escalated,
        Proposed = Proposed + proposed,
        Extended = Extended + extended,
    };
}
