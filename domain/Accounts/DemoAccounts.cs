using System.Text.Json;
using System.Text.Json.Serialization;
using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Accounts;

/// <summary>An account of a demo store.</summary>
/// <param name="Portfolio">分管, for a leader in charge.</param>
public sealed record DemoAccount(
    AccountId Account, string Name, AgencyCode Agency, IReadOnlyList<Role> Roles, IReadOnlyList<AgencyCode> Portfolio);

/// <summary>Whom one can sign in as in a demo store: some by name, and a liaison and a head for each agency by rule.</summary>
/// <remarks>A production store has none of them. Names are invented.</remarks>
public static class DemoAccounts
{
    private static readonly string LiaisonEnding = ".liaison";
    private static readonly string HeadEnding = ".head";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyList<Entry>> Named = new(Read);

    /// <summary>First those with a name of their own, then agency by agency in the order of protocol.</summary>
    public static IReadOnlyList<DemoAccount> Of(Organisation organisation) =>
        [.. Named.Value.Select(entry => OfEntry(entry, organisation)), .. organisation.All.Where(MayLead).SelectMany(OfAgency)];

    /// <summary>Whether an account is one of those that each agency has.</summary>
    public static bool IsOfAgency(DemoAccount account) => account.Account.Value.Contains('.', StringComparison.Ordinal);

    private static DemoAccount OfEntry(Entry entry, Organisation organisation) => new(
        entry.Account, entry.Name, entry.Agency, entry.Roles,
        [.. organisation.All.Where(MayLead).Where(agency => IsIn(entry.Portfolio, agency)).Select(agency => agency.Code)]);

    private static bool IsIn(Portfolio? portfolio, Agency agency) => portfolio is not null
        && (portfolio.Agencies?.Contains(agency.Code) == true || portfolio.Kinds?.Contains(agency.Kind) == true);

    private static IEnumerable<DemoAccount> OfAgency(Agency agency)
    {
        yield return Of(agency, LiaisonEnding, "联络员", Role.Liaison);
        yield return Of(agency, HeadEnding, "主要负责人", Role.AgencyHead);
    }

    private static DemoAccount Of(Agency agency, string ending, string post, Role role) =>
        new(new AccountId(agency.Code + ending), agency.Short + post, agency.Code, [role], []);

    // The office, the committee and the government itself give tasks; they are not given any.
    private static bool MayLead(Agency agency) => agency.Kind is AgencyKind.Department or AgencyKind.County or AgencyKind.Zone;

    private static IReadOnlyList<Entry> Read()
    {
        using var stream = typeof(DemoAccounts).Assembly.GetManifestResourceStream("Supervision.Accounts.demo-accounts.json")!;
        return JsonSerializer.Deserialize<File>(stream, Format)!.Accounts;
    }

    private sealed record File(IReadOnlyList<Entry> Accounts);

    private sealed record Entry(
        AccountId Account, string Name, AgencyCode Agency, IReadOnlyList<Role> Roles, Portfolio? Portfolio = null);

    private sealed record Portfolio(IReadOnlyList<AgencyCode>? Agencies = null, IReadOnlyList<AgencyKind>? Kinds = null);
}
