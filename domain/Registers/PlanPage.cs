using Supervision.Plans;

namespace Supervision.Registers;

/// <summary>How far a plan has become tasks.</summary>
/// <param name="Items">任务条目 of its text.</param>
/// <param name="Settled">With owners and a due date.</param>
/// <param name="Issued">下达, by the plan's own facts.</param>
/// <param name="Registered">Tasks that already stand in the register; they follow the issue one by one.</param>
public sealed record PlanRow(
    PlanId Plan, string Title, int Items, int Settled, int Issued, long Registered, DateTimeOffset ChangedAt, long Version);

public sealed record PlanPage(IReadOnlyList<PlanRow> Items, RegisterStand Stand);
