using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>漏报: an agency that owes reports, and how far its silence has climbed.</summary>
/// <param name="Count">How many tasks it is silent about; <paramref name="Tasks"/> names the oldest of them.</param>
public sealed record SilentAgency(
    AgencyCode Agency, long Count, int Escalations, int Proposals, string? EscalatedTo, IReadOnlyList<SilentTask> Tasks)
{
    /// <summary>More names than this do not help; the list of tasks has them all.</summary>
    public const int TasksMax = 50;
}

public sealed record SilentTask(TaskId Task, string? Title, string Period, DateTimeOffset Since);

/// <summary>The agencies with missing reports that the caller may see; those that owe most come first.</summary>
public sealed record SilentAgencies(IReadOnlyList<SilentAgency> Items, RegisterStand Stand);
