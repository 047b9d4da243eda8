using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Supervision.Language;
using Supervision.Silo.Callers;
using Supervision.Silo.Erasable;
using Supervision.Silo.Followers;
using Supervision.Silo.Founding;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Hosting;

/// <summary>A silo over a ledger in memory whose clock is moved by hand: nothing happens by itself, and all in one order.</summary>
internal sealed class SimulatedSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly CallerSeal _seal;
    private readonly SystemCallers _callers;
    private readonly MovedClock _clock;
    private readonly long[] _followed;

    private SimulatedSilo(IHost host, ILedger ledger, CallerSeal seal, SystemCallers callers, MovedClock clock) =>
        (_host, Ledger, _seal, _callers, _clock, _followed) = (host, ledger, seal, callers, clock, new long[ledger.Store.Shards]);

    public ILedger Ledger { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Founds a city with the shipped definitions, at an instant.</summary>
    /// <param name="id">The id of the store; always a demo store.</param>
    public static async Task<SimulatedSilo> FoundAsync(string id, DateTimeOffset at)
    {
        var ledger = new MemoryLedger(new StoreInfo(id, StoreInfo.ShardsDefault, Digest.Sha256, StoreKind.Demo, at).Checked());
        var (clock, gateway, system) = (new MovedClock(at), NewKey(), NewKey());
        // Without the usual settings files and logs: a simulation reads nothing of the machine it runs on.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddActors(ledger, new MemoryErasableStore(), new CallerKeys(gateway, system), clock);
        builder.Services.AddSingleton(new FollowerPace(1));
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(SiloHosting.FreePort(), SiloHosting.FreePort(), null, SiloSettings.ServiceId, id);
            silo.AddIncomingGrainCallFilter<CallerFilter>();
        });
        var host = builder.Build();
        await host.StartAsync();
        var simulated = new SimulatedSilo(host, ledger, new CallerSeal(gateway), host.Services.GetRequiredService<SystemCallers>(), clock);
        await host.Services.GetRequiredService<ShippedDefinitionsFounder>().PublishAsync();
        await simulated.SettleAsync();
        return simulated;
    }

    public Caller As(Caller person) => _seal.Mint(person with { ExpiresAt = Now + CallerSeal.Lifetime });

    /// <summary>From due time to due time: each at its own instant, equal ones by name, and followed to the end before the next.</summary>
    /// <exception cref="InvalidOperationException">A due time was fired and is still there: the year would stand still.</exception>
    public async Task GoToAsync(DateTimeOffset instant)
    {
        DueEntry? before = null;
        while (await NextDueAsync(instant) is { } due)
        {
            if (due == before) throw new InvalidOperationException($"{due.Key} of {due.Stream} was fired and stays due.");

            _clock.MoveTo(due.At);
            await Grains.GetGrain(GrainId.Parse(due.Stream, CultureInfo.InvariantCulture)).AsReference<IStreamGrain>().FireAsync(_callers.Clock, due.Key);
            await SettleAsync();
            before = due;
        }

        _clock.MoveTo(instant);
    }

    /// <summary>Every follower goes to the end of its feed, shard by shard, until none has anything left.</summary>
    public async Task SettleAsync()
    {
        for (var moved = true; moved;)
        {
            moved = false;
            for (var shard = 0; shard < _followed.Length; shard++)
            {
                if (await Ledger.FeedEndAsync(shard) <= _followed[shard]) continue;

                _followed[shard] = await Grains.GetGrain<IShardFollowerGrain>(shard).CatchUpAsync();
                moved = true;
            }
        }
    }

    /// <exception cref="InvalidOperationException">Something could not be delivered: what the year says would be wrong.</exception>
    public async Task CheckAsync()
    {
        if (await Ledger.ListParkedAsync(ShardFollowerGrain.Name) is [var parked, ..])
            throw new InvalidOperationException($"{parked.Target} was not told: {parked.Reason}");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Ledger.DisposeAsync();
    }

    private async Task<DueEntry?> NextDueAsync(DateTimeOffset until)
    {
        var found = new List<DueEntry>();
        for (var shard = 0; shard < _followed.Length; shard++)
        {
            if (await Ledger.NextDueAsync(shard) is { } at && at <= until)
                found.AddRange(await Ledger.ListDueAsync(shard, at, int.MaxValue));
        }

        return found.OrderBy(due => due.At).ThenBy(due => due.Stream, StringComparer.Ordinal).ThenBy(due => due.Key, StringComparer.Ordinal).FirstOrDefault();
    }

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(CallerKeys.KeyBytes);

    private sealed class MovedClock(DateTimeOffset at) : TimeProvider
    {
        private DateTimeOffset _now = at;

        public override DateTimeOffset GetUtcNow() => _now;

        // Never back: what is due may lie behind.
        public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;
    }
}
