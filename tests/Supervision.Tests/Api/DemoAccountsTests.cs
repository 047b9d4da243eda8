using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Tests.Api;

public sealed class DemoAccountsTests
{
    private static readonly IReadOnlyList<DemoAccount> Accounts = DemoAccounts.Of(Organisation.Shipped);

    [Fact]
    public void Every_name_can_be_signed_in_with() => Accounts.Where(account =>
            !AccountId.TryParse(account.Account.Value, null, out _) || account.Name.Length > AccountRules.NameLengthMax)
        .Should().BeEmpty();

    [Fact]
    public void No_name_stands_twice() => Accounts.Select(account => account.Account).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Each_has_one_post_in_an_agency_there_is() => Accounts.Should().OnlyContain(account =>
        account.Roles.Count == 1 && Organisation.Shipped.IsKnown(account.Agency));

    [Fact]
    public void Every_county_has_a_liaison_and_a_head() =>
        Organisation.Shipped.All.Where(agency => agency.Kind is AgencyKind.County).Should().OnlyContain(agency =>
            Has($"{agency.Code}.liaison", Role.Liaison) && Has($"{agency.Code}.head", Role.AgencyHead));

    [Fact]
    public void Leaders_alone_have_a_portfolio()
    {
        Accounts.Where(account => account.Roles.Contains(Role.LeaderInCharge)).Should().NotBeEmpty()
            .And.OnlyContain(account => account.Portfolio.Count > 0);
        Accounts.Where(account => !account.Roles.Contains(Role.LeaderInCharge)).Should().OnlyContain(account => account.Portfolio.Count == 0);
    }

    private static bool Has(string account, Role role) =>
        Accounts.Any(one => one.Account.Value == account && one.Roles.Contains(role));
}
