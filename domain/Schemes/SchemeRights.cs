using Supervision.Language;

namespace Supervision.Schemes;

/// <summary>Who may do what to a scheme. What is not in the table is denied; the hand-written twin stands in the tests.</summary>
public static class SchemeRights
{
    private static readonly Role[] Office = [Role.OfficeClerk, Role.OfficeDirector];

    private static readonly Dictionary<Type, Role[]> Table = new()
    {
        [typeof(DraftScheme)] = Office,
        [typeof(CopyScheme)] = Office,
        [typeof(SubmitScheme)] = Office,
        [typeof(ReopenScheme)] = Office,
        [typeof(AbandonSchemeChange)] = Office,
        // Whose word an approval needs stands in the definition; here only who can be asked at all.
        [typeof(DecideScheme)] = [.. Office, Role.LeaderInCharge],
    };

    private static readonly Role[] SeesDrafts = [.. Office, Role.LeaderInCharge, Role.Auditor, Role.Follower];

    // Nobody is evaluated by rules that he may not read.
    private static readonly Role[] SeesFrozen = [.. SeesDrafts, Role.AgencyHead, Role.Liaison, Role.Handler, Role.Evaluator];

    public static bool MayGive(Type command, Caller caller) => caller.IsAny(Table.GetValueOrDefault(command, []));

    public static bool MayViewDraft(Caller caller) => caller.IsAny(SeesDrafts);

    public static bool MayViewFrozen(Caller caller) => caller.IsAny(SeesFrozen);

    public static bool MayView(SchemeState scheme, Caller caller) =>
        scheme.Exists && (MayViewDraft(caller) || (scheme.Frozen is not null && MayViewFrozen(caller)));
}
