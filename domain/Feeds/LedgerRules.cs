using Supervision.Language;

namespace Supervision.Feeds;

/// <summary>Who may do what to the ledger as a whole. Pure.</summary>
public static class LedgerRules
{
    public static bool MayVerify(Caller caller) => caller.Is(Role.Auditor);

    /// <summary>With every bulletin by the director, daily by the clock, and whenever an auditor asks.</summary>
    public static bool MaySeal(Caller caller) => caller.IsAny(Role.Auditor, Role.OfficeDirector, Role.Clock);

    /// <summary>A package of a case names other streams that were sealed with it, so it is for those who see all.</summary>
    public static bool MayPackage(Caller caller) => caller.IsAny(Role.Auditor, Role.OfficeDirector);

    public static bool MayListParked(Caller caller) => caller.IsAny(Role.Auditor, Role.SystemAdministrator);

    /// <summary>An auditor changes nothing.</summary>
    public static bool MayRetryParked(Caller caller) => caller.Is(Role.SystemAdministrator);
}
