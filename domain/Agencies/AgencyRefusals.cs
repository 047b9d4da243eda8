using Supervision.Language;

namespace Supervision.Agencies;

/// <summary>What a rule of agencies says no with.</summary>
public static class AgencyRefusals
{
    public static readonly Refusal NotFound = new("agency.not-found",
        "没有机构“{0}”，或您无权查看；请核对代码。", "There is no agency \"{0}\", or you may not see it; check its code.");

    public static readonly Refusal NotFollower = new("agency.not-follower",
        "漏报由系统根据台账登记，不能手工登记。", "Missing reports are noted by the system from the ledger, not by hand.");
}
