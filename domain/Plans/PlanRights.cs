using Supervision.Agencies;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Plans;

/// <summary>Which plans a right reaches.</summary>
public enum PlanScope
{
    /// <summary>Plans of the city, which are nobody's sub-plan.</summary>
    City,

    /// <summary>Sub-plans that the caller's agency makes.</summary>
    Own,

    /// <summary>Plans of the city, and sub-plans of agencies in the caller's portfolio.</summary>
    Portfolio,

    /// <summary>Every plan.</summary>
    All,
}

/// <summary>A role that may give a command, and to which plans.</summary>
public readonly record struct PlanRight(Role Role, PlanScope Scope);

/// <summary>Who may do what to a plan. What is not in the table is denied; the hand-written twin stands in the tests.</summary>
public static class PlanRights
{
    private static readonly PlanRight[] Office = [new(Role.OfficeClerk, PlanScope.City), new(Role.OfficeDirector, PlanScope.City)];

    // Whose head signs does not draft: what he signs is somebody else's work.
    private static readonly PlanRight[] Drafts = [.. Office, new(Role.Handler, PlanScope.Own), new(Role.Liaison, PlanScope.Own)];
    private static readonly PlanRight[] SpeaksForAgency = [new(Role.Liaison, PlanScope.Own), new(Role.AgencyHead, PlanScope.Own)];

    private static readonly Dictionary<Type, PlanRight[]> Table = new()
    {
        [typeof(RegisterPlan)] = [new(Role.OfficeClerk, PlanScope.All), new(Role.OfficeDirector, PlanScope.All)],
        [typeof(OpenSubPlan)] = [new(Role.Follower, PlanScope.All)],
        [typeof(WithdrawPlan)] = [new(Role.Follower, PlanScope.All)],
        // Progress is rolled up on gateways; a gateway can do no more here than name a mark.
        [typeof(NotePlanProgress)] = [new(Role.Gateway, PlanScope.All)],
        // The system carries out a sheet that somebody of the office has started.
        [typeof(ReviewItems)] = [.. Drafts, new(Role.Follower, PlanScope.City)],
        [typeof(SettleItem)] = Drafts,
        [typeof(SubmitPlan)] = [.. Office, .. SpeaksForAgency],
        [typeof(AcknowledgePlan)] = SpeaksForAgency,
        [typeof(RefusePlan)] = SpeaksForAgency,
        [typeof(ProposeRevision)] = Drafts,
        // Whose word an approval needs stands in the definition; here only who can be asked at all.
        [typeof(DecidePlan)] =
        [
            new(Role.OfficeClerk, PlanScope.All), new(Role.OfficeDirector, PlanScope.All),
            new(Role.LeaderInCharge, PlanScope.Portfolio), new(Role.AgencyHead, PlanScope.Own),
        ],
    };

    private static readonly PlanRight[] SeesAll =
    [
        new(Role.OfficeClerk, PlanScope.All), new(Role.OfficeDirector, PlanScope.All), new(Role.Auditor, PlanScope.All),
        new(Role.Follower, PlanScope.All), new(Role.LeaderInCharge, PlanScope.Portfolio),
        new(Role.AgencyHead, PlanScope.Own), new(Role.Liaison, PlanScope.Own), new(Role.Handler, PlanScope.Own),
    ];

    public static IReadOnlyList<PlanRight> Of(Type command) => Table.GetValueOrDefault(command, []);

    /// <summary>Which plans the caller reaches with one of these commands.</summary>
    public static IReadOnlySet<PlanScope> ScopesOf(IEnumerable<Type> commands, Caller caller) =>
        commands.SelectMany(Of).Where(right => caller.Is(right.Role)).Select(right => right.Scope).ToHashSet();

    /// <summary>Whether some plan could take the command from this caller.</summary>
    public static bool MayEverGive(Type command, Caller caller) => Of(command).Any(right => caller.Is(right.Role));

    public static bool MayGive(Type command, Plan plan, Caller caller) => IsAllowed(Of(command), plan, caller);

    /// <summary>Plans of the city are official texts for whoever has a business post; sub-plans are for those whom they concern.</summary>
    public static bool MayView(Plan plan, Caller caller, Organisation organisation) =>
        IsAllowed(SeesAll, plan, caller) || (IsOfAgencies(caller) && (plan.Parent is not { } parent
            || IsAbove(caller.Agency, parent.Agency, organisation)
            || plan.Items.Values.Any(item => item.Assignment?.Involves(caller.Agency) == true)));

    /// <summary>Who sees what is decided of all of it, with its history: the office, auditors, the agency that makes it and its leader, and who is asked to approve.</summary>
    public static bool MayViewReview(Plan plan, Caller caller) =>
        IsAllowed(SeesAll, plan, caller) && (plan.Parent is not null || !caller.Is(Role.LeaderInCharge) || IsAskedByPost(plan, caller));

    /// <summary>The text is official; who is to do what is for the office, auditors, and those whom it concerns.</summary>
    public static bool MayViewItem(Plan plan, PlanItem item, Caller caller) =>
        caller.IsAny(Role.OfficeClerk, Role.OfficeDirector, Role.Auditor, Role.Follower)
        || (plan.Parent is not null && IsAllowed(SeesAll, plan, caller))
        || (item.Assignment is { } on && (on.Involves(caller.Agency) || (caller.Is(Role.LeaderInCharge) && caller.Portfolio.Contains(on.Lead))));

    private static bool IsAskedByPost(Plan plan, Caller caller) =>
        plan.Processes.Waits.Any(wait => wait.Kind == WaitKinds.Approval && WaitRules.IsAsked(wait, caller));

    private static bool IsOfAgencies(Caller caller) => caller.IsAny(Role.AgencyHead, Role.Liaison, Role.Handler);

    private static bool IsAbove(AgencyCode above, AgencyCode agency, Organisation organisation) =>
        organisation.Find(agency)?.Parent is { } parent && (parent == above || IsAbove(above, parent, organisation));

    private static bool IsAllowed(IReadOnlyList<PlanRight> rights, Plan plan, Caller caller) =>
        rights.Any(right => caller.Is(right.Role) && Reaches(right.Scope, plan.Parent?.Agency, caller));

    private static bool Reaches(PlanScope scope, AgencyCode? maker, Caller caller) => scope switch
    {
        PlanScope.City => maker is null,
        PlanScope.Own => maker == caller.Agency,
        PlanScope.Portfolio => maker is null || caller.Portfolio.Contains(maker.Value),
        PlanScope.All => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
