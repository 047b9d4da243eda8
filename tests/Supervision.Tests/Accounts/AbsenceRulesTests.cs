using Supervision.Accounts;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Accounts;

/// <summary>AB 角: who may be away, who may stand in, and when the powers begin and end.</summary>
public sealed class AbsenceRulesTests
{
    private static readonly CommandKey Key = new("k");
    private static readonly AccountId Li = new("li");
    private static readonly AccountId Zhao = new("zhao");
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateOnly Last = new(2026, 3, 13);

    private static readonly Account Absent = Of(Li, People.Lead, Role.Liaison);
    private static readonly Account Substitute = Of(Zhao, People.Lead, Role.Handler);
    private static readonly Caller Self = People.Of("li", People.Lead, Role.Liaison);
    private static readonly Caller Security = People.Of("secadmin", People.Office, Role.SecurityAdministrator);

    private static readonly RecordAbsence Away = new(Key, Today, Last, Zhao, "培训");
    private static readonly AbsenceRecorded Recorded = new(Today, Last, Zhao, "培训");

    [Fact]
    public void Oneself_ones_head_and_the_security_administrator_record_an_absence_and_nobody_else()
    {
        foreach (var may in new[] { Self, People.Head, Security })
            Decide(Absent, may, Away).ShouldRecord(Recorded);
        foreach (var role in Enum.GetValues<Role>().Except([Role.SecurityAdministrator, Role.AgencyHead, Role.Founder]))
            Decide(Absent, People.Of("somebody", People.Lead, role), Away).ShouldRefuse(AccountRefusals.NotAllowed);
        Decide(Absent, People.Of("finance.head", People.Helper, Role.AgencyHead), Away).ShouldRefuse(AccountRefusals.NotAllowed);
    }

    [Theory]
    [InlineData(Role.AgencyHead), InlineData(Role.LeaderInCharge), InlineData(Role.OfficeDirector)]
    public void A_head_names_no_substitute_for_his_equals(Role role) =>
        Decide(Of(Li, People.Lead, role), People.Head, Away).ShouldRefuse(AccountRefusals.NotAllowed);

    [Fact]
    public void Nobody_records_another_away_and_stands_in_himself() =>
        Decide(Absent, People.Head, Away with { Substitute = People.Head.Account }, Of(People.Head.Account, People.Lead, Role.AgencyHead))
            .ShouldRefuse(AccountRefusals.OwnSubstitution);

    [Theory]
    [InlineData("2026-03-01", "2026-03-13")] // yesterday
    [InlineData("2026-03-13", "2026-03-12")]
    [InlineData("2026-03-02", "2026-08-29")] // 181 days
    public void An_absence_is_of_days_to_come_and_not_for_ever(string from, string to) =>
        Decide(Absent, Self, Away with { From = DateOnly.Parse(from, null), To = DateOnly.Parse(to, null) }).ShouldRefuse(AccountRefusals.AbsenceDays);

    [Fact]
    public void A_second_absence_waits_for_the_end_of_the_first()
    {
        var away = Absent.Evolve(Recorded);

        Decide(away, Self, Away with { From = Last.AddDays(1), To = Last.AddDays(2) }).ShouldRefuse(AccountRefusals.AbsenceStands);
        Decide(away, Self, Away with { From = Last.AddDays(1), To = Last.AddDays(2) }, today: Last.AddDays(1)).Should().BeOfType<Decision.Accepted>();
        Decide(away, Self, new EndAbsence(Key), today: Last).ShouldRecord(new AbsenceEnded(Today, Last, Zhao));
        Decide(away, Self, new EndAbsence(Key), today: Last.AddDays(1)).ShouldRefuse(AccountRefusals.AbsenceMissing);
    }

    [Fact]
    public void An_absence_has_a_reason() =>
        Decide(Absent, Self, Away with { Reason = " " }).ShouldRefuse(AccountRefusals.ReasonMissing);

    [Theory]
    [InlineData(Role.SystemAdministrator), InlineData(Role.SecurityAdministrator), InlineData(Role.Auditor)]
    [InlineData(Role.Designer), InlineData(Role.Evaluator)]
    public void Posts_that_are_held_in_person_have_no_substitute(Role role) =>
        Decide(Of(Li, People.Lead, role), Security, Away).ShouldRefuse(AccountRefusals.PostsPersonal);

    [Fact]
    public void A_substitute_is_another_open_account_of_the_agency_and_no_administrator()
    {
        Account?[] unfit =
        [
            null, Account.Initial, Of(Zhao, People.Helper, Role.Handler), Substitute.Evolve(new AccountClosed("调离")),
            Of(Zhao, People.Lead, Role.SystemAdministrator), Of(Zhao, People.Lead, Role.SecurityAdministrator), Of(Zhao, People.Lead, Role.Auditor),
        ];
        foreach (var one in unfit)
            Decide(Absent, Self, Away, one).ShouldRefuse(AccountRefusals.SubstituteUnfit);
        Decide(Absent, Self, Away with { Substitute = Li }, Absent).ShouldRefuse(AccountRefusals.SubstituteUnfit);
    }

    [Fact]
    public void Powers_of_another_reach_no_account()
    {
        var onBehalf = People.Of("zhao", People.Lead, Role.Liaison) with { OnBehalfOf = Li };

        Decide(Absent, onBehalf, Away).ShouldRefuse(AccountRefusals.NotAllowed);
        Decide(Substitute, onBehalf, Away, id: Zhao).ShouldRefuse(AccountRefusals.NotAllowed);
        Decide(Absent.Evolve(Recorded), onBehalf, new EndAbsence(Key)).ShouldRefuse(AccountRefusals.NotAllowed);
        Decide(Substitute, onBehalf, new ChangePassword(Key, "old", "Kx7-autumn-Tea"), id: Zhao).ShouldRefuse(AccountRefusals.NotAllowed);
    }

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-13", true)]
    [InlineData("2026-03-14", false)]
    public void Powers_begin_with_the_first_day_and_end_with_the_last_by_themselves(string day, bool standsIn) =>
        AbsenceRules.StandsIn(View(Substitute), View(Absent.Evolve(Recorded)), DateOnly.Parse(day, null)).Should().Be(standsIn);

    [Fact]
    public void Whatever_has_changed_since_is_asked_anew()
    {
        var (absent, substitute) = (View(Absent.Evolve(Recorded)), View(Substitute));

        AbsenceRules.StandsIn(substitute, absent with { Absence = null }, Today).Should().BeFalse("he is back");
        AbsenceRules.StandsIn(substitute, absent with { IsClosed = true }, Today).Should().BeFalse();
        AbsenceRules.StandsIn(substitute, absent with { Roles = [Role.Evaluator] }, Today).Should().BeFalse();
        AbsenceRules.StandsIn(substitute with { Roles = [Role.Auditor] }, absent, Today).Should().BeFalse();
        AbsenceRules.StandsIn(substitute with { Agency = People.Helper }, absent, Today).Should().BeFalse();
        AbsenceRules.StandsIn(substitute with { Account = new("sun") }, absent, Today).Should().BeFalse();
    }

    [Fact]
    public void The_substitute_is_noted_once_and_forgotten_with_the_end()
    {
        var follower = People.Of("follower", People.Office, Role.Follower) with { OnBehalfOf = Li };
        var note = new NoteSubstitution(Key, Li, Today, Last);
        Decide(Substitute, follower, note).ShouldRecord(new SubstitutionNoted(Li, Today, Last));

        var noted = Substitute.Evolve(new SubstitutionNoted(Li, Today, Last));
        Decide(noted, follower, note).Should().Be(Decision.Nothing);
        noted.Evolve(new SubstitutionNoted(Li, Today, Today)).Substitutions.Should().Equal(new Substitution(Li, Today, Today));
        noted.Evolve(new SubstitutionNoted(Li, Today, Today.AddDays(-1))).Substitutions.Should().BeEmpty();
        Decide(Substitute, follower, note with { To = Today.AddDays(-1) }).Should().Be(Decision.Nothing);
    }

    private static Account Of(AccountId id, AgencyCode agency, params Role[] roles) => Account.Initial
        .Evolve(new AccountOpened(id, id.Value, agency)).Evolve(new RolesGranted([.. roles.Select(role => role.ToString())], []));

    private static AccountView View(Account account) => new(
        account.Id!.Value, 1, account.Name, account.Agency, account.Roles, account.Portfolio, false, false, account.IsClosed, account.Absence,
        account.Substitutions);

    private static Decision Decide(
        Account account, Caller caller, AccountCommand command, Account? substitute, AccountId? id = null, DateOnly? today = null) =>
        AccountRules.Decide(account, id ?? Li, caller, command, new AccountContext(Organisation.Shipped, true, "secret", today ?? Today, substitute));

    private static Decision Decide(Account account, Caller caller, AccountCommand command, AccountId? id = null, DateOnly? today = null) =>
        Decide(account, caller, command, Substitute, id, today);
}
