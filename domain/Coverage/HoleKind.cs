namespace Supervision.Coverage;

/// <summary>What is not covered of a plan. Names stand in answers: add, never rename.</summary>
public enum HoleKind
{
    /// <summary>Nobody has taken it up: no lead has acknowledged it, no sub-plan was filed.</summary>
    NotTaken,

    /// <summary>The plan is accepted; the task of the item does not stand on the register yet.</summary>
    TaskMissing,

    /// <summary>The text never names the agency.</summary>
    AgencyNotNamed,

    /// <summary>The text names it only as a brand, road, event, site and the like.</summary>
    AgencyNamedOtherwise,

    NoOwner,

    NoDeadline,

    NoIndicator,

    NoEvidenceRule,

    /// <summary>An indicator that sums is not divided among those who make sub-plans.</summary>
    SharesNotAllotted,

    /// <summary>The shares do not add up to the target.</summary>
    SharesGap,

    /// <summary>A sub-plan promises less than the agency's share.</summary>
    PromiseGap,

    /// <summary>A sub-plan was not filed by its day. Opens by the day, not by an event.</summary>
    SubPlanNotFiled,

    /// <summary>The agency says that the sub-plan is not its duty.</summary>
    SubPlanRefused,

    /// <summary>Nobody has decided on the item. Listed apart, as are the next two: decisions, and no holes.</summary>
    ItemOpen,

    ItemDropped,

    ItemPostponed,
}
