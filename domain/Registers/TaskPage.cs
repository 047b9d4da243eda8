using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>One line of the register of tasks.</summary>
/// <param name="Lead">牵头单位, or the one proposed; null while nobody was named.</param>
/// <param name="ChangedAt">When the newest fact was recorded.</param>
/// <param name="Version">The version of the task's stream that this line shows.</param>
/// <param name="Number">发文字号; null for a task that has none.</param>
public sealed record TaskRow(
    TaskId Task,
    string Title,
    TaskStage Stage,
    Term StageName,
    LitLight Light,
    AgencyCode? Lead,
    IReadOnlyList<AgencyCode> Responsible,
    IReadOnlyList<AgencyCode> Cooperating,
    DateOnly? DueOn,
    DateOnly? RequestedDueOn,
    DateOnly? ClockStoppedOn,
    int Percent,
    int PlannedPercent,
    string? MissedPeriod,
    int Returned,
    int Expedited,
    int Escalated,
    int Proposed,
    PlanId? Plan,
    string? PlanPath,
    DateTimeOffset ChangedAt,
    long Version,
    string? Number = null);

/// <param name="Total">How many tasks the filter finds for this caller, over all pages.</param>
/// <param name="TotalIsMore">There may be more than <paramref name="Total"/>, for not every row was looked at: shown as 8,200+.</param>
/// <param name="Next">Pass it back for the next page; null on the last.</param>
public sealed record TaskPage(IReadOnlyList<TaskRow> Items, long Total, bool TotalIsMore, string? Next, RegisterStand Stand)
{
    /// <summary>
    /// Looking at a million rows would cost more than the page: so many are looked at for the total where no sum is kept.
    /// <see cref="ITaskRegister.CountAsync"/> counts them all.
    /// </summary>
    public const long LookedAtMax = 10_000;
}

/// <summary>How many tasks a filter finds, by stage, light and lead. Each sums up to the total.</summary>
/// <param name="ByLead">Tasks without a named lead stand under the empty name.</param>
public sealed record TaskCounts(
    long Total,
    IReadOnlyDictionary<TaskStage, long> ByStage,
    IReadOnlyDictionary<Light, long> ByLight,
    IReadOnlyDictionary<string, long> ByLead,
    RegisterStand Stand);
