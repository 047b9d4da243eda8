using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>待办: a waiting point that this caller may answer now.</summary>
/// <param name="Wait">Its id in the task, for an approval to be named by.</param>
/// <param name="Kind">One of <see cref="Processes.WaitKinds"/>: which command answers it.</param>
/// <param name="Name">What the definition calls it.</param>
/// <param name="LimitAt">When its time limit ends; null where it has none.</param>
public sealed record TodoItem(
    TaskId Task,
    string Title,
    TaskStage Stage,
    LitLight Light,
    AgencyCode? Lead,
    DateOnly? DueOn,
    string Wait,
    string Kind,
    string Name,
    DateTimeOffset? LimitAt,
    bool ClockStopped);

/// <param name="Total">All that waits for this caller, over all pages.</param>
public sealed record TodoPage(IReadOnlyList<TodoItem> Items, long Total, string? Next, RegisterStand Stand)
{
    public const string Order = "Todo";
}
