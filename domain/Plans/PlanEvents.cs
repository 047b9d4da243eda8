using Supervision.Indicators;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

// Facts in the life of a plan. Who decided, when and by which command stand in the envelope of each.

/// <summary>方案入库: the text of a plan, read into its tree, is registered with its literal quotes. Nothing of it is decided.</summary>
[Kind("plan.registered")]
public sealed record PlanRegistered(PlanId Plan, PlanDraft Draft) : Fact;

/// <summary>下达子方案任务: an agency is to break a task down; its sub-plan begins without items.</summary>
[Kind("plan.opened")]
public sealed record PlanOpened(PlanId Plan, string Title, string Content, AuthorityRecord Authority, PlanParent Parent) : Fact;

/// <summary>签收: the agency will make the sub-plan.</summary>
[Kind("plan.acknowledged")]
public sealed record PlanAcknowledged(AgencyCode By) : Fact;

/// <summary>退回: the agency says that the matter is not its duty.</summary>
[Kind("plan.refused-as-not-ours")]
public sealed record PlanRefusedAsNotOurs(AgencyCode By, string Reason) : Fact;

/// <summary>采纳 an item as it stands.</summary>
[Kind("plan.item-accepted")]
public sealed record PlanItemAccepted(string Path) : Fact;

/// <summary>不采纳.</summary>
[Kind("plan.item-dropped")]
public sealed record PlanItemDropped(string Path, string Reason) : Fact;

/// <summary>暂缓, for a later batch.</summary>
[Kind("plan.item-postponed")]
public sealed record PlanItemPostponed(string Path, string Reason) : Fact;

/// <summary>改写: title and content; the quotes stay what they are.</summary>
[Kind("plan.item-edited")]
public sealed record PlanItemEdited(string Path, string Title, string Content) : Fact;

/// <summary>拆分: one item becomes several, each with the quotes of the first.</summary>
[Kind("plan.item-split")]
public sealed record PlanItemSplit(string Path, IReadOnlyList<PlanItem> Into) : Fact;

/// <summary>合并: several items become one, which has all their quotes.</summary>
[Kind("plan.items-merged")]
public sealed record PlanItemsMerged(IReadOnlyList<string> Paths, PlanItem Into) : Fact;

/// <summary>增补: an item that the text does not have.</summary>
[Kind("plan.item-added")]
public sealed record PlanItemAdded(PlanItem Item) : Fact;

/// <summary>An item has its owners, due date and cadence; a later one replaces it while the item is not issued. It counts as accepted.</summary>
/// <param name="LateReason">Why it is due after the task above, where it is.</param>
[Kind("plan.item-settled")]
public sealed record PlanItemSettled(
    string Path, Assignment Assignment, Cadence Cadence, string? CadenceReason, string? LateReason = null) : Fact;

/// <summary>定指标: what is measured of an item, and what proves it.</summary>
[Kind("plan.item-measured")]
public sealed record PlanItemMeasured(string Path, IReadOnlyList<Indicator> Indicators, string? EvidenceRule) : Fact;

/// <summary>定权重 among its siblings.</summary>
[Kind("plan.item-weighed")]
public sealed record PlanItemWeighed(string Path, int Weight) : Fact;

/// <summary>释疑: a person has settled a doubt of the reader, and says how.</summary>
[Kind("plan.doubt-settled")]
public sealed record PlanDoubtSettled(int Line, PlanDoubtKind Doubt, string Quote, string How) : Fact;

/// <summary>下达 before plans were accepted as a whole: these items became tasks. Read, no longer written.</summary>
[Kind("plan.items-issued")]
public sealed record PlanItemsIssued(IReadOnlyList<string> Paths) : Fact;

/// <summary>报审: what was decided on the items goes to those who approve it.</summary>
[Kind("plan.submitted")]
public sealed record PlanSubmitted(AgencyCode By) : Fact;

/// <summary>审定: from now on it is a plan, in its first version. One fact; the tasks of these items follow, each with its key.</summary>
/// <param name="Promised">In a sub-plan: what its items add up to for the indicators of the task above; null for a plan of the city.</param>
[Kind("plan.accepted")]
public sealed record PlanAccepted(IReadOnlyList<string> Paths, IReadOnlyList<PromisedShare>? Promised = null) : Fact;

/// <summary>提请调整 (滚动实施、动态管理): waits for its approval.</summary>
/// <param name="Revision">The version it would become, from 2.</param>
[Kind("plan.revision-proposed")]
public sealed record PlanRevisionProposed(int Revision, string Reason, IReadOnlyList<RevisionChange> Changes) : Fact;

/// <summary>不同意调整.</summary>
[Kind("plan.revision-refused")]
public sealed record PlanRevisionRefused(int Revision) : Fact;

/// <summary>调整: the next version of the plan. Its tasks follow: new ones, and those it touches.</summary>
[Kind("plan.revised")]
public sealed record PlanRevised(
    int Revision, string Reason, IReadOnlyList<RevisionChange> Changes, IReadOnlyList<PromisedShare>? Promised = null) : Fact;

/// <summary>撤销 of a sub-plan, with the task that it breaks down. Its tasks follow; what is closed already stays as it is.</summary>
/// <param name="Task">The task above, which was withdrawn.</param>
/// <param name="Reason">Why that was.</param>
/// <param name="Paths">The items whose tasks go with it; empty where it was never accepted.</param>
[Kind("plan.withdrawn")]
public sealed record PlanWithdrawn(TaskId Task, string Reason, IReadOnlyList<string> Paths) : Fact;

/// <summary>One change of a revision.</summary>
/// <param name="Before">The item before; null for one that is added.</param>
/// <param name="After">The item after; its state says suspended, removed or active again.</param>
[GenerateSerializer, Immutable, Alias("RevisionChange")]
public sealed record RevisionChange([property: Id(0)] PlanItem? Before, [property: Id(1)] PlanItem After);
