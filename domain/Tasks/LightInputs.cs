namespace Supervision.Tasks;

/// <summary>All that a light depends on besides the day: small enough for a row of a register.</summary>
/// <param name="StartsOn">The day of the assignment, from which the period runs.</param>
/// <param name="SubmittedOn">The day of the completion that is being checked; null while the work is with the agencies.</param>
public sealed record LightInputs(
    TaskStage Stage,
    bool IsClosed,
    bool IsUnderWay,
    bool ClockStopped,
    DateOnly? StartsOn,
    DateOnly? DueOn,
    DateOnly? SubmittedOn,
    int Returned,
    bool ReportMissing,
    int Reports,
    int PointsBehind)
{
    public static LightInputs Of(SupervisedTask task) => new(
        task.Stage, task.IsClosed, task.IsUnderWay, task.ClockStopped, task.StartsOn, task.DueOn, task.SubmittedOn,
        task.Counts.Returned, task.Progress.MissedPeriod is not null, task.Progress.Reports, task.Progress.PointsBehind);
}
