using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>Who gives the commands of a simulated year: the people of a demo store.</summary>
internal static class People
{
    public static readonly AgencyCode Office = new("supervision-office");

    public static Caller Clerk { get; } = Of("clerk", Office, Role.OfficeClerk);

    public static Caller Director { get; } = Of("director", Office, Role.OfficeDirector);

    public static Caller Designer { get; } = Of("designer", Office, Role.Designer);

    /// <summary>Whoever counts afterwards: reads the feeds and changes nothing.</summary>
    public static Caller Reader { get; } = Of("gateway", Office, Role.Gateway);

    public static Caller LiaisonOf(AgencyCode agency) => Of($"{agency}.liaison", agency, Role.Liaison);

    // Sealed for each call; until then it is worth nothing.
    private static Caller Of(string account, AgencyCode agency, Role role) =>
        new(new AccountId(account), agency, [role], [], OnBehalfOf: null, DateTimeOffset.MaxValue, Seal: "");
}
