using Supervision.Language;

namespace Supervision.Tests.Tasks;

/// <summary>Callers of the tests, one of each kind.</summary>
internal static class People
{
    public static readonly AgencyCode Office = new("supervision-office");
    public static readonly AgencyCode Lead = new("education");
    public static readonly AgencyCode Helper = new("finance");
    public static readonly AgencyCode Stranger = new("water-resources");

    public static readonly Caller Clerk = Of("clerk", Office, Role.OfficeClerk);
    public static readonly Caller Director = Of("director", Office, Role.OfficeDirector);
    public static readonly Caller Liaison = Of("education.liaison", Lead, Role.Liaison);
    public static readonly Caller Head = Of("education.head", Lead, Role.AgencyHead);
    public static readonly Caller Leader = Of("leader", new("city-government"), Role.LeaderInCharge) with { Portfolio = [Lead] };

    public static Caller Of(string account, AgencyCode agency, params Role[] roles) => new(
        new AccountId(account), agency, roles, [], null, DateTimeOffset.MaxValue, "");
}
