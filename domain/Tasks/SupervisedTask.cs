using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;

namespace Supervision.Tasks;

/// <summary>督办事项 as its ledger tells it. Only facts change it; its size does not grow with its history.</summary>
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
    ProcessSet Processes,
    int Reached = 0) : IStreamState<SupervisedTask>
{
    public static SupervisedTask Initial { get; } = new(
        TaskStage.Unregistered, null, null, null, Progress.None, Counts.None, null, null, null, null, TaskIndicators.None, Cascade.None, ProcessSet.None);

    public bool IsClosed => Stage is TaskStage.NotApproved or TaskStage.ClosedOut or TaskStage.Archived or TaskStage.Withdrawn;

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
        TaskAssigned e => this with { Stage = TaskStage.Assigned, Assignment = e.Assignment, AssignedOn = e.On },
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
        TaskReadjusted e => this with { Assignment = e.Assignment, Indicators = Indicators.Set(e.Indicators, e.EvidenceRule) },
        ValueRecorded e => this with { Indicators = Indicators.Recorded(e.Value) },
        ProgressReached e => this with { Reached = Math.Max(Reached, e.Percent) },
        ApprovalGiven => this,
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
    private SupervisedTask Ended(TaskStage stage) => this with { Stage = stage, ClockStop = null, RequestedDueOn = null };

    private SupervisedTask DueOnMoved(DateOnly dueOn) =>
        Assignment is null ? this : this with { Assignment = Assignment with { DueOn = dueOn } };
}

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
