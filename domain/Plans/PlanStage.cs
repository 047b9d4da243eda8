using Supervision.Processes;

namespace Supervision.Plans;

/// <summary>Where a plan is on its way. Names are strings outside: add at the end, never rename.</summary>
[GenerateSerializer, Alias("PlanStage")]
public enum PlanStage
{
    /// <summary>Its items are decided one by one.</summary>
    Reviewed,

    /// <summary>It lies with those who approve it; its items stand still.</summary>
    Submitted,

    /// <summary>A sub-plan that its agency has not taken up.</summary>
    Ordered,

    /// <summary>A sub-plan that its agency refused as not its duty.</summary>
    Declined,

    /// <summary>In force; revisions change it.</summary>
    Accepted,

    /// <summary>A sub-plan whose task above was withdrawn; an end.</summary>
    Withdrawn,
}

internal static class PlanStages
{
    public static PlanStage Of(Plan plan) =>
        plan.Withdrawn is not null ? PlanStage.Withdrawn
        : plan.IsAccepted ? PlanStage.Accepted
        : plan.Refused is not null ? PlanStage.Declined
        : PlanApproval.FrozenBy(plan) is null ? PlanStage.Reviewed
        : plan.Processes.Waiting(WaitKinds.Acknowledgement) is not null ? PlanStage.Ordered
        : PlanStage.Submitted;
}
