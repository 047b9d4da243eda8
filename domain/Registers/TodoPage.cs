using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Registers;

/// <summary>待办: a waiting point that this caller may answer now, of a task, a plan, a scheme or a free-standing process: one of the four is named.</summary>
/// <param name="Title">Of the task, the plan or the scheme; of a process what its definition is called.</param>
/// <param name="Stage">Of a task, as light, due date and clock are; null for others.</param>
/// <param name="Lead">Who leads the task, or makes the sub-plan.</param>
/// <param name="Wait">Its id in the stream, for an approval to be named by.</param>
/// <param name="Kind">One of <see cref="WaitKinds"/>: which command answers it.</param>
/// <param name="Name">What the definition calls it.</param>
/// <param name="OnBehalfOf">代理: whose it is, where the caller can answer it for an absent person alone.</param>
/// <param name="LimitAt">When its time limit ends; null where it has none.</param>
public sealed record TodoItem(
    TaskId? Task,
    PlanId? Plan,
    ProcessId? Process,
    string Title,
    TaskStage? Stage,
    LitLight? Light,
    AgencyCode? Lead,
    DateOnly? DueOn,
    string Wait,
    string Kind,
    string Name,
    DateTimeOffset? LimitAt,
    bool ClockStopped,
    AccountId? OnBehalfOf = null,
    ItemCode? Scheme = null);

/// <param name="Total">All that waits for this caller, over all pages.</param>
public sealed record TodoPage(IReadOnlyList<TodoItem> Items, long Total, string? Next, RegisterStand Stand)
{
    public const string Order = "Todo";
}
