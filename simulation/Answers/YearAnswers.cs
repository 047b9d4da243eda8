using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>What one simulated year says.</summary>
/// <param name="AcknowledgedInTime">Tasks that were acknowledged within the limit, of <paramref name="Tasks"/>.</param>
/// <param name="AcknowledgementDays">Working days from assignment to acknowledgement, on average over those acknowledged.</param>
/// <param name="Overdue">Tasks submitted after their due date, or not at all though it has passed.</param>
/// <param name="ClosedOut">Struck off by the end.</param>
/// <param name="Answered">Silences by what ended them: nothing needed, a reminder, or the highest rung that was reached.</param>
/// <param name="StillSilent">Silences that the whole ladder did not end.</param>
/// <param name="Root">The root over all feeds: equal roots, equal ledgers.</param>
internal sealed record YearAnswers(
    int Seed, int AcknowledgeDays, int Tasks, int AcknowledgedInTime, double AcknowledgementDays, int Overdue, int ClosedOut,
    int Returns, int ExtensionsGranted, int ExtensionsRefused, int MissedReports, int Escalations,
    IReadOnlyDictionary<string, int> Answered, int StillSilent, IReadOnlyList<AgencyLoad> Load,
    int Commands, IReadOnlyDictionary<string, int> Refused, long Facts, string Root);

/// <summary>What one agency had to carry.</summary>
/// <param name="WaitedTaskDays">Work that was ready and lay over, because the hands were full.</param>
internal sealed record AgencyLoad(AgencyCode Agency, Temper Temper, int Led, int MissedReports, int Escalations, int WaitedTaskDays)
{
    /// <summary>Work lay over on more than a day for each task that it leads.</summary>
    public bool IsOverloaded => WaitedTaskDays > Led;
}
