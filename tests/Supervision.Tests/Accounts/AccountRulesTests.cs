using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Accounts;

public sealed class AccountRulesTests
{
    private const string Strong = "Kx7-autumn-Tea";
    private static readonly AccountId Id = new("wang.min");
    private static readonly CommandKey Key = new("k");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Caller Operator = People.Of("sysadmin", People.Office, Role.SystemAdministrator);
    private static readonly Caller Security = People.Of("secadmin", People.Office, Role.SecurityAdministrator);

    private static readonly Account Opened = Account.Initial.Evolve(new AccountOpened(Id, "王敏", People.Office));

    private static readonly Account Known = Opened.Evolve(new PasswordSet(MustChange: false, "password/wang.min/2"));

    // Who may give which command, by hand; one's own password is one's own.
    private static readonly Dictionary<Type, Role?> ByHand = new()
    {
        [typeof(OpenAccount)] = Role.SystemAdministrator,
        [typeof(GrantRoles)] = Role.SecurityAdministrator,
        [typeof(ResetPassword)] = Role.SystemAdministrator,
        [typeof(ChangePassword)] = null,
        [typeof(UnlockAccount)] = Role.SystemAdministrator,
        [typeof(CloseAccount)] = Role.SystemAdministrator,
        [typeof(RecordAbsence)] = Role.SecurityAdministrator,
        [typeof(EndAbsence)] = Role.SecurityAdministrator,
        [typeof(NoteSubstitution)] = Role.Follower,
    };

    internal static IEnumerable<Type> Table => ByHand.Keys;

    [Fact]
    public void Every_command_on_accounts_is_in_the_table_by_hand() =>
        typeof(AccountCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AccountCommand)))
            .ToDictionary(type => type, AccountRules.RightOf).Should().BeEquivalentTo(ByHand);

    [Fact]
    public void Opening_an_account_grants_nothing() =>
        Decide(Account.Initial, Operator, new OpenAccount(Key, "王敏", People.Office))
            .ShouldRecord(new AccountOpened(Id, "王敏", People.Office));

    [Fact]
    public void The_system_administrator_grants_no_posts() =>
        Decide(Opened, Operator, new GrantRoles(Key, [Role.OfficeClerk])).ShouldRefuse(AccountRefusals.NotAllowed);

    [Fact]
    public void The_security_administrator_opens_no_accounts() =>
        Decide(Account.Initial, Security, new OpenAccount(Key, "王敏", People.Office)).ShouldRefuse(AccountRefusals.NotAllowed);

    [Theory]
    [InlineData(Role.SystemAdministrator, Role.SecurityAdministrator)]
    [InlineData(Role.Auditor, Role.SystemAdministrator)]
    [InlineData(Role.Auditor, Role.OfficeClerk)]
    public void Administrators_are_kept_apart_and_from_business(Role one, Role other) =>
        Decide(Opened, Security, new GrantRoles(Key, [one, other])).ShouldRefuse(AccountRefusals.RolesApart);

    [Theory]
    [InlineData(Role.Clock), InlineData(Role.Follower), InlineData(Role.Founder), InlineData(Role.Gateway)]
    public void Roles_of_the_system_are_granted_to_nobody(Role role) =>
        Decide(Opened, Security, new GrantRoles(Key, [role])).ShouldRefuse(AccountRefusals.SystemRole);

    [Fact]
    public void Nobody_grants_posts_to_the_own_account() =>
        Decide(Opened, Security with { Account = Id }, new GrantRoles(Key, [Role.OfficeClerk])).ShouldRefuse(AccountRefusals.OwnRoles);

    [Fact]
    public void Only_a_leader_has_a_portfolio() =>
        Decide(Opened, Security, new GrantRoles(Key, [Role.Liaison], [People.Lead])).ShouldRefuse(AccountRefusals.PortfolioNeedsLeader);

    [Theory]
    [InlineData("short-A1")]
    [InlineData("alllowercaseletters")]
    [InlineData("Wang.Min-2026!")]
    public void A_weak_password_is_refused(string password) =>
        Decide(Opened, Operator, new ResetPassword(Key, password)).ShouldRefuse(AccountRefusals.PasswordWeak);

    [Fact]
    public void A_password_that_somebody_else_chose_must_be_changed()
    {
        Decide(Opened, Operator, new ResetPassword(Key, Strong, Temporary: false))
            .ShouldRecord(new PasswordSet(MustChange: true, "secret"));
        Decide(Opened, People.Of("founder", People.Office, Role.Founder), new ResetPassword(Key, Strong, Temporary: false))
            .ShouldRecord(new PasswordSet(MustChange: false, "secret"));
    }

    [Fact]
    public void A_password_is_changed_with_the_present_one_by_its_owner_alone()
    {
        var change = new ChangePassword(Key, "old", Strong);
        Decide(Known, Operator, change).ShouldRefuse(AccountRefusals.NotAllowed);
        Decide(Known, Operator with { Account = Id }, change, matches: false).ShouldRefuse(AccountRefusals.SignInRefused);
        Decide(Known, Operator with { Account = Id }, change).ShouldRecord(new PasswordSet(MustChange: false, "secret"));
    }

    [Fact]
    public void The_fifth_failure_locks_and_the_lock_ends_by_itself()
    {
        var account = Known;
        for (var i = 1; i < AccountRules.FailuresMax; i++)
            account = After(account, AccountRules.SignIn(account, passwordMatches: false, Now));
        account.LockedUntil.Should().BeNull();

        account = After(account, AccountRules.SignIn(account, passwordMatches: false, Now));
        AccountRules.SignIn(account, passwordMatches: true, Now.AddMinutes(29)).ShouldRefuse(AccountRefusals.Locked);
        AccountRules.SignIn(account, passwordMatches: true, Now.AddMinutes(30)).ShouldRecord(new SignedIn());
    }

    [Fact]
    public void A_success_forgets_the_failures_before_it()
    {
        var account = After(Known, AccountRules.SignIn(Known, passwordMatches: false, Now));
        After(account, AccountRules.SignIn(account, passwordMatches: true, Now)).FailedTimes.Should().Be(0);
    }

    [Fact]
    public void A_closed_account_and_an_unknown_one_answer_alike()
    {
        AccountRules.SignIn(Known.Evolve(new AccountClosed("调离")), true, Now).ShouldRefuse(AccountRefusals.SignInRefused);
        AccountRules.SignIn(Account.Initial, true, Now).ShouldRefuse(AccountRefusals.SignInRefused);
    }

    [Fact]
    public void Nobody_closes_the_own_account() =>
        Decide(Known, Operator with { Account = Id }, new CloseAccount(Key, "x")).ShouldRefuse(AccountRefusals.OwnClosing);

    [Fact]
    public void A_name_of_the_system_is_no_persons_name() =>
        AccountRules.Decide(
                Account.Initial, new AccountId("clock"), Operator, new OpenAccount(Key, "钟", People.Office),
                new AccountContext(Organisation.Shipped, true, "", default))
            .ShouldRefuse(AccountRefusals.ReservedName);

    private static Decision Decide(Account account, Caller caller, AccountCommand command, bool matches = true) =>
        AccountRules.Decide(account, Id, caller, command, new AccountContext(Organisation.Shipped, matches, "secret", new(2026, 3, 2)));

    private static Account After(Account account, Decision decision) => decision.Should().BeOfType<Decision.Accepted>().Which
        .Facts.Aggregate(account, (state, fact) => state.Evolve(fact));
}
