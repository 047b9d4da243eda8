using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What one can ask of a plan. Who may is said by <see cref="PlanRights"/>.</summary>
[GenerateSerializer, Immutable, Alias("PlanCommand")]
public abstract record PlanCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>入库. Issuer and date, where the text has none, come from the clerk: tasks need them as their authority.</summary>
/// <remarks>The same text again changes nothing, but begins the approval anew where nothing drives it any more.</remarks>
[GenerateSerializer, Immutable, Alias("Plan.Register")]
public sealed record RegisterPlan(CommandKey Key, [property: Id(1)] PlanDraft Draft) : PlanCommand(Key);

/// <summary>下达子方案任务: the system alone, after <see cref="SubPlansOrdered"/>. Sent again with other terms it changes them.</summary>
/// <param name="Definition">The process it goes through; null for the shipped one.</param>
[GenerateSerializer, Immutable, Alias("Plan.OpenSubPlan")]
public sealed record OpenSubPlan(
    CommandKey Key,
    [property: Id(1)] string Title,
    [property: Id(2)] string Content,
    [property: Id(3)] AuthorityRecord Authority,
    [property: Id(4)] PlanParent Parent,
    [property: Id(5)] string? Definition = null) : PlanCommand(Key);

/// <summary>逐项审核: what a person decides on the items, in this order; all of it or nothing.</summary>
[GenerateSerializer, Immutable, Alias("Plan.ReviewItems")]
public sealed record ReviewItems(CommandKey Key, [property: Id(1)] IReadOnlyList<ItemChange> Changes) : PlanCommand(Key);

/// <summary>Give one item its owners, due date and cadence: <see cref="ItemChange.Settle"/> for itself.</summary>
[GenerateSerializer, Immutable, Alias("Plan.SettleItem")]
public sealed record SettleItem(
    CommandKey Key,
    [property: Id(1)] string Path,
    [property: Id(2)] Assignment Assignment,
    [property: Id(3)] Cadence Cadence = Cadence.Monthly,
    [property: Id(4)] string? CadenceReason = null,
    [property: Id(5)] string? LateReason = null) : PlanCommand(Key);

/// <summary>报审: everything is decided; it goes to those who approve it.</summary>
[GenerateSerializer, Immutable, Alias("Plan.Submit")]
public sealed record SubmitPlan(CommandKey Key) : PlanCommand(Key);

/// <summary>签收: the agency will make the sub-plan.</summary>
[GenerateSerializer, Immutable, Alias("Plan.Acknowledge")]
public sealed record AcknowledgePlan(CommandKey Key) : PlanCommand(Key);

/// <summary>退回: the agency says that the matter is not its duty.</summary>
[GenerateSerializer, Immutable, Alias("Plan.Refuse")]
public sealed record RefusePlan(CommandKey Key, [property: Id(1)] string Reason) : PlanCommand(Key);

/// <summary>审批: answers an approval of the plan, of a sub-plan or of a revision.</summary>
/// <param name="Wait">Which waiting approval; null when there is only one that this caller may answer.</param>
[GenerateSerializer, Immutable, Alias("Plan.Decide")]
public sealed record DecidePlan(
    CommandKey Key,
    [property: Id(1)] Verdict Verdict,
    [property: Id(2)] string? Opinion = null,
    [property: Id(3)] string? Wait = null) : PlanCommand(Key);

/// <summary>提请调整 an accepted plan; it stays as it is until the revision is approved.</summary>
[GenerateSerializer, Immutable, Alias("Plan.ProposeRevision")]
public sealed record ProposeRevision(
    CommandKey Key, [property: Id(1)] string Reason, [property: Id(2)] IReadOnlyList<ItemChange> Changes) : PlanCommand(Key);

/// <summary>撤销 of a sub-plan: a follower alone, after the task above was withdrawn.</summary>
[GenerateSerializer, Immutable, Alias("Plan.Withdraw")]
public sealed record WithdrawPlan(CommandKey Key, [property: Id(1)] TaskId Task, [property: Id(2)] string Reason) : PlanCommand(Key);

/// <summary>A gateway alone: the tasks have brought the plan to a mark; see <see cref="RollUps.Thresholds"/>.</summary>
[GenerateSerializer, Immutable, Alias("Plan.NoteProgress")]
public sealed record NotePlanProgress(CommandKey Key, [property: Id(1)] int Percent) : PlanCommand(Key);
