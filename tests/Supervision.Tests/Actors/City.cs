using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Silo.Clock;
using Supervision.Silo.Erasable;
using Supervision.Silo.Followers;
using Supervision.Silo.Founding;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Actors;

/// <summary>A whole city in one process: a silo over a ledger in memory, with a clock that the test moves.</summary>
/// <remarks>Clock and followers move when the test says so, to the end, so that nothing is waited for.</remarks>
internal sealed class City : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = WorkingCalendar.At(new(2026, 3, 2), new(9, 0));

    public static readonly byte[] GatewayKey = [.. Enumerable.Repeat((byte)1, CallerKeys.KeyBytes)];
    private static readonly byte[] SystemKey = [.. Enumerable.Repeat((byte)2, CallerKeys.KeyBytes)];

    private readonly InProcessTestCluster _cluster;
    private readonly CallerSeal _seal = new(GatewayKey);

    private City(InProcessTestCluster cluster, ILedger ledger, FakeTimeProvider time) =>
        (_cluster, Ledger, Time) = (cluster, ledger, time);

    public ILedger Ledger { get; }

    public FakeTimeProvider Time { get; }

    public IGrainFactory Grains => _cluster.Client;

    public IServiceProvider Silo => _cluster.Silos[0].ServiceProvider;

    public static async Task<City> FoundAsync(ILedger? ledger = null)
    {
        var time = new FakeTimeProvider(Morning);
        ledger ??= new MemoryLedger();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddActors(ledger, new MemoryErasableStore(), new CallerKeys(GatewayKey, SystemKey), time);
            silo.AddIncomingGrainCallFilter<CallerFilter>();
        });
        var city = new City(builder.Build(), ledger, time);
        await city._cluster.DeployAsync();
        await city.Silo.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();
        return city;
    }

    /// <summary>What the gateway of this city seals callers with.</summary>
    public CallerSeal Seal => _seal;

    /// <summary>The person, sealed by the gateway as of now.</summary>
    public Caller As(Caller person) => _seal.Mint(person with { ExpiresAt = Time.GetUtcNow() + CallerSeal.Lifetime });

    /// <summary>Goes to office hours of a day and lets clocks and followers run until nothing is left to do.</summary>
    public async Task GoToAsync(DateOnly day)
    {
        Time.AdjustTime(WorkingCalendar.At(day, new(9, 0)));
        await SettleAsync();
    }

    /// <summary>The machine's clock is wrong by some days from now on.</summary>
    public void Jump(int days) => Time.AdjustTime(Time.GetUtcNow().AddDays(days));

    public async Task SettleAsync()
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var shard = 0; shard < Ledger.Store.Shards; shard++)
            {
                var end = await Ledger.FeedEndAsync(shard);
                if (await Ledger.FindCursorAsync(ShardFollowerGrain.Name, shard) < end)
                {
                    await Grains.GetGrain<IShardFollowerGrain>(shard).CatchUpAsync();
                    moved = true;
                }

                if (await Ledger.NextDueAsync(shard) <= Time.GetUtcNow())
                    moved |= await Grains.GetGrain<IShardClockGrain>(shard).PumpAsync() > 0;
            }
        }
    }

    /// <summary>The facts of a stream, in order.</summary>
    public async Task<IReadOnlyList<Fact>> FactsAsync(string stream)
    {
        var facts = new List<Fact>();
        await foreach (var recorded in Ledger.ReadAsync(stream, 0, CancellationToken.None))
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            facts.Add(FactJson.Read(envelope.Kind, envelope.Fact)!);
        }

        return facts;
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
