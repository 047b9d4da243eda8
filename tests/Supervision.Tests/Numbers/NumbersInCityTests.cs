using Microsoft.Extensions.DependencyInjection;
using Supervision.Language;
using Supervision.Numbers;
using Supervision.Silo.Callers;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Numbers;

/// <summary>Document numbers through the actors: many at once, and with crashes between the number and its use.</summary>
public sealed class NumbersInCityTests
{
    private const string Series = "number-series/xzd-2026";

    [Fact]
    public async Task Sixty_four_writers_at_once_get_sixty_four_numbers_without_a_gap()
    {
        await using var city = await City.FoundAsync();
        var follower = city.Silo.GetRequiredService<SystemCallers>().Follower(null);
        var series = city.Silo.GetRequiredService<IGrainFactory>().GetGrain<INumberSeriesGrain>("xzd-2026");

        // Each asks twice, with two keys: as a follower that died and one that took over.
        var asked = Enumerable.Range(1, 64).SelectMany(n => new[] { (n, "a"), (n, "b") })
            .Select(ask => Task.Run(() => series.ExecuteAsync(follower, new AllotNumber(new($"{ask.n}{ask.Item2}"), new($"t-{ask.n}")))));
        await Task.WhenAll(asked);

        var given = (await city.FactsAsync(Series)).Cast<NumberAllotted>().ToArray();
        given.Select(fact => fact.Number).Should().Equal(Enumerable.Range(1, 64));
        given.Select(fact => fact.Task).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_assigned_task_shows_its_number_and_a_withdrawn_one_leaves_it_void()
    {
        await using var city = await City.FoundAsync();
        var (first, second) = (await new TaskLine(city, "first").UnderWayAsync(), new TaskLine(city, "second"));
        await city.SettleAsync();
        (await first.SendAsync(People.Director, new Withdraw(first.NextKey, "撤并"))).ShouldBeDone();
        await second.UnderWayAsync();
        await city.SettleAsync();

        (await first.ViewAsync()).Number.Should().Be("信政督〔2026〕1号");
        (await second.ViewAsync()).Number.Should().Be("信政督〔2026〕2号", "what was spent is not given again");
        var series = city.Grains.GetGrain<INumberSeriesGrain>("xzd-2026");
        (await series.ViewAsync(city.As(People.Clerk), 0, 10))!.Items.Should().Equal(
            new AllottedNumber(1, "信政督〔2026〕1号", new("first"), IsVoid: true), new AllottedNumber(2, "信政督〔2026〕2号", new("second"), IsVoid: false));
        (await series.ViewAsync(city.As(People.Liaison), 0, 10)).Should().BeNull("the list names tasks of others");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_crash_on_the_way_loses_and_doubles_no_number(int appendsBeforeTheCrash)
    {
        var ledger = new FailingLedger(new MemoryLedger());
        TaskLine[] tasks;
        await using (var city = await City.FoundAsync(ledger))
        {
            tasks = [.. Enumerable.Range(1, 3).Select(n => new TaskLine(city, $"t-{n}"))];
            foreach (var task in tasks)
                await task.UnderWayAsync();

            // The process dies with the so-manieth append of the followers stored and its answer not yet heard.
            void Arm(int left) => ledger.AfterNextAppend = _ =>
            {
                if (left == 1) ledger.IsBroken = true;
                else Arm(left - 1);
                return left == 1 ? throw new LedgerUnavailableException("killed") : Task.CompletedTask;
            };
            Arm(appendsBeforeTheCrash);
            await city.Invoking(it => it.SettleAsync()).Should().ThrowAsync<LedgerUnavailableException>();
        }

        ledger.IsBroken = false;
        await using var again = await City.FoundAsync(ledger);
        await again.SettleAsync();

        (await again.FactsAsync(Series)).Cast<NumberAllotted>().Select(fact => fact.Number).Should().Equal(1, 2, 3);
        foreach (var task in tasks)
            (await again.FactsAsync(task.Stream)).OfType<NumberGiven>().Should().ContainSingle();
        (await ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
    }
}
