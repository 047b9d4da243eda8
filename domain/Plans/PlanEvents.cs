using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>方案入库: the text of a plan, read into its tree, is registered with its literal quotes.</summary>
[Kind("plan.registered")]
public sealed record PlanRegistered(PlanId Plan, PlanDraft Draft) : Fact;

/// <summary>An item has its owners, due date and cadence; a later one replaces it while the item is not issued.</summary>
[Kind("plan.item-settled")]
public sealed record PlanItemSettled(string Path, Assignment Assignment, Cadence Cadence, string? CadenceReason) : Fact;

/// <summary>下达: these items become tasks. One fact; the tasks follow, each with its key.</summary>
[Kind("plan.items-issued")]
public sealed record PlanItemsIssued(IReadOnlyList<string> Paths) : Fact;
