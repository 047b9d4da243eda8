using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Evidence;

namespace Supervision.Tasks;

/// <summary>What rules may know besides the state: the task's id, the instant, the working calendar, the city's organisation.</summary>
public sealed record TaskContext(TaskId TaskId, DateTimeOffset Now, WorkingCalendar Calendar, Organisation Organisation)
{
    public DateOnly Today => WorkingCalendar.DayOf(Now);

    /// <summary>The stored files that the command names.</summary>
    public IReadOnlyDictionary<EvidenceHash, EvidenceFile> Evidence { get; init; } = NoEvidence;

    /// <summary>The account that the command names as the handler; null where there is none of the name.</summary>
    public Account? Handler { get; init; }

    private static readonly Dictionary<EvidenceHash, EvidenceFile> NoEvidence = [];
}
