using Supervision.Accounts;
using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>AB 角 through the actors: from a day to a day somebody acts for an absent colleague, and the ledger has both names.</summary>
public sealed class SubstituteTests
{
    private static readonly Caller SystemAdministrator = People.Of("sysadmin", People.Office, Role.SystemAdministrator);
    private static readonly Caller SecurityAdministrator = People.Of("secadmin", People.Office, Role.SecurityAdministrator);
    private static readonly AccountId Absent = People.Liaison.Account;
    private static readonly AccountId Zhao = new("zhao");
    private static int _keys;

    [Fact]
    public async Task From_the_first_day_to_the_last_the_substitute_acts_and_both_names_are_recorded()
    {
        await using var city = await City.FoundAsync();
        await OpenAsync(city, Absent, Role.Liaison);
        await OpenAsync(city, Zhao, Role.Handler);
        var task = new TaskLine(city);
        (await task.RegisterAsync()).ShouldBeDone();
        (await task.ApproveAsync()).ShouldBeDone();
        (await task.AssignAsync()).ShouldBeDone();

        var absence = new RecordAbsence(Key(), new(2026, 3, 3), new(2026, 3, 4), Zhao, "培训");
        (await AccountOf(city, Absent).ExecuteAsync(city.As(People.Liaison), absence)).ShouldBeDone();
        (await AccountOf(city, Absent).ExecuteAsync(city.As(People.Liaison), absence)).ShouldBeDone();
        await city.SettleAsync();
        (await ViewAsync(city, Zhao)).Substitutions.Should().Equal(new Substitution(Absent, new(2026, 3, 3), new(2026, 3, 4)));
        (await StandInAsync(city)).Should().BeNull("it is the day before");

        await city.GoToAsync(new(2026, 3, 3));
        var behalf = (await StandInAsync(city))!;
        (behalf.Account, behalf.OnBehalfOf, behalf.Roles.Single()).Should().Be((Zhao, (AccountId?)Absent, Role.Liaison));
        (await task.Grain.ExecuteAsync(behalf, new Acknowledge(task.NextKey))).ShouldBeDone();
        var actor = await ActorOfLastAsync(city, task.Stream, "task.acknowledged");
        (actor.Account, actor.OnBehalfOf).Should().Be((Zhao, (AccountId?)Absent));

        await city.GoToAsync(new(2026, 3, 5));
        (await StandInAsync(city)).Should().BeNull("it is over, and nobody had to end it");
        (await ViewAsync(city, Absent)).Absence.Should().BeNull();
        (await ViewAsync(city, Zhao)).Substitutions.Should().BeEmpty();
    }

    [Fact]
    public async Task An_early_return_ends_the_powers_at_once()
    {
        await using var city = await City.FoundAsync();
        await OpenAsync(city, Absent, Role.Liaison);
        await OpenAsync(city, Zhao, Role.Handler);
        var away = new RecordAbsence(Key(), new(2026, 3, 2), new(2026, 3, 13), Zhao, "培训");
        (await AccountOf(city, Absent).ExecuteAsync(city.As(People.Head), away)).ShouldBeDone();
        await city.SettleAsync();
        (await StandInAsync(city)).Should().NotBeNull();

        (await AccountOf(city, Absent).ExecuteAsync(city.As(People.Liaison), new EndAbsence(Key()))).ShouldBeDone();
        await city.SettleAsync();

        (await StandInAsync(city)).Should().BeNull();
        (await ViewAsync(city, Zhao)).Substitutions.Should().BeEmpty();
        (await AccountOf(city, Absent).ExecuteAsync(city.As(People.Liaison), away with { Key = Key(), Substitute = new("nobody") }))
            .ShouldBeRefused(AccountRefusals.SubstituteUnfit);
    }

    [Fact]
    public async Task A_task_goes_to_a_handler_who_is_there_and_the_ledger_is_asked_who_is()
    {
        await using var city = await City.FoundAsync();
        await OpenAsync(city, Zhao, Role.Handler);
        await OpenAsync(city, Absent, Role.Liaison);
        var task = await new TaskLine(city).UnderWayAsync();

        (await task.SendAsync(People.Liaison, new DelegateToHandler(task.NextKey, new("nobody")))).ShouldBeRefused(TaskRefusals.HandlerUnfit);
        (await task.SendAsync(People.Liaison, new DelegateToHandler(task.NextKey, Absent))).ShouldBeRefused(TaskRefusals.HandlerUnfit);
        (await task.SendAsync(People.Liaison, new DelegateToHandler(task.NextKey, Zhao))).ShouldBeDone();

        (await task.ViewAsync()).Handler.Should().Be(Zhao);
        (await task.SendAsync(People.Of("lin", People.Lead, Role.Handler), new ReportProgress(task.NextKey, 30, "进展"))).ShouldBeRefused(TaskRefusals.LeftToAnother);
        (await task.SendAsync(People.Of(Zhao.Value, People.Lead, Role.Handler), new ReportProgress(task.NextKey, 30, "进展"))).ShouldBeDone();
    }

    // As a gateway does it; a new one each time, that has kept nothing.
    private static async Task<Caller?> StandInAsync(City city)
    {
        var callers = new Callers(city.Seal, city.Time);
        using var accounts = new CurrentAccounts(city.Grains, callers, city.Time);
        return await new Substitutes(accounts, callers, city.Time).ForAsync(await ViewAsync(city, Zhao), Absent);
    }

    private static async Task OpenAsync(City city, AccountId id, Role role)
    {
        (await AccountOf(city, id).ExecuteAsync(city.As(SystemAdministrator), new OpenAccount(Key(), id.Value, People.Lead))).ShouldBeDone();
        (await AccountOf(city, id).ExecuteAsync(city.As(SecurityAdministrator), new GrantRoles(Key(), [role]))).ShouldBeDone();
    }

    private static async Task<AccountView> ViewAsync(City city, AccountId id) =>
        (await AccountOf(city, id).ViewAsync(city.As(SecurityAdministrator)))!;

    private static IAccountGrain AccountOf(City city, AccountId id) => city.Grains.GetGrain<IAccountGrain>(id.Value);

    private static async Task<Actor> ActorOfLastAsync(City city, string stream, string kind)
    {
        Actor? last = null;
        await foreach (var recorded in city.Ledger.ReadAsync(stream, 0, CancellationToken.None))
        {
            if (EnvelopeJson.Read(recorded.Body.Span) is var envelope && envelope.Kind == kind)
                last = envelope.Actor;
        }

        return last!;
    }

    private static CommandKey Key() => new($"absence-{Interlocked.Increment(ref _keys)}");
}
