using Supervision.Plans;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;
using Supervision.Tests.Ledger;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Simulation;

/// <summary>A year that is brought into a store that lives already.</summary>
public sealed class LoadedYearTests
{
    [Fact]
    public async Task It_arrives_whole_after_an_interruption_and_nothing_follows_a_second_time()
    {
        await using var played = await SimulatedPlan.PlayAsync(SimulatedPlan.Settings(1));
        await using var ledger = new MemoryLedger();
        await using var city = await City.FoundAsync(ledger);
        var founded = await EntriesAsync(ledger);

        var cut = () => played.LoadIntoAsync(new CutShort(ledger, appends: 100), TestContext.Current.CancellationToken);
        await cut.Should().ThrowAsync<IOException>();
        await played.LoadIntoAsync(ledger, TestContext.Current.CancellationToken);
        var loaded = await EntriesAsync(ledger);
        await city.SettleAsync();

        loaded.Should().BeGreaterThan(founded + 100);
        (await EntriesAsync(ledger)).Should().Be(loaded, "what followed is there with its keys and answers");
        (await ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
        var plan = await city.Grains.GetGrain<IPlanGrain>(SimulatedPlan.Id.Value).ViewAsync(city.As(People.Clerk));
        plan!.Items.Should().HaveCount(27).And.OnlyContain(item => item.Task != null);
        (await LedgerVerifier.VerifyAsync(ledger, key: null, anchor: null)).Findings.Should().BeEmpty();
    }

    private static async Task<long> EntriesAsync(MemoryLedger ledger)
    {
        var entries = 0L;
        for (var shard = 0; shard < ledger.Store.Shards; shard++) entries += await ledger.FeedEndAsync(shard);
        return entries;
    }

    /// <summary>The machine goes down after so many appends.</summary>
    private sealed class CutShort(ILedger below, int appends) : LedgerAround(below)
    {
        private int _left = appends;

        public override Task<AppendResult> AppendAsync(Append append) => Interlocked.Decrement(ref _left) >= 0
            ? base.AppendAsync(append)
            : throw new IOException("The machine went down.");
    }
}
