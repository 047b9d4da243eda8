using Supervision.Language;

namespace Supervision.Plans;

/// <summary>The words for what becomes of items and plans, as sentences and pages use them.</summary>
public static class PlanLabels
{
    public static Term Of(ItemState state) => state switch
    {
        ItemState.Active => new("实施中", "active"),
        ItemState.Suspended => new("已暂停", "suspended"),
        ItemState.Removed => new("已取消", "removed"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Term Of(PlanStage stage) => stage switch
    {
        PlanStage.Reviewed => new("审核中", "under review"),
        PlanStage.Submitted => new("审批中", "under approval"),
        PlanStage.Ordered => new("待签收", "waiting for acknowledgement"),
        PlanStage.Declined => new("已退回", "refused as not theirs"),
        PlanStage.Accepted => new("已审定", "accepted"),
        PlanStage.Withdrawn => new("已撤销", "withdrawn"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
