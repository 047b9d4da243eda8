using System.Security.Cryptography;
using StackExchange.Redis;
using Supervision.Silo.Erasable;
using Supervision.Silo.Hosting;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Headless;

/// <summary>The store of a cluster: the ledger in Redis, and beside it what may be erased.</summary>
internal sealed class ClusterStore : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _redis;

    private ClusterStore(ILedger ledger, ConnectionMultiplexer redis) =>
        (_redis, Opened) = (redis, new OpenedStore(ledger, new RedisErasableStore(redis, new RedisLedgerOptions("").Prefix)));

    public OpenedStore Opened { get; }

    /// <exception cref="InvalidOperationException">Redis holds no store, or does not keep what it is told.</exception>
    public static async Task<ClusterStore> OpenAsync(string redis) =>
        await WithAsync(redis, await RedisLedger.OpenAsync(new RedisLedgerOptions(redis)));

    /// <summary>Makes an empty production store and opens it.</summary>
    /// <exception cref="InvalidOperationException">Redis holds a store already, or does not keep what it is told.</exception>
    public static async Task<ClusterStore> MakeAsync(string redis, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var store = new StoreInfo(id, StoreInfo.ShardsDefault, Digest.Sha256, StoreKind.Production, now);
        return await WithAsync(redis, await RedisLedger.CreateAsync(new RedisLedgerOptions(redis), store));
    }

    public async ValueTask DisposeAsync()
    {
        await Opened.DisposeAsync();
        await _redis.DisposeAsync();
    }

    private static async Task<ClusterStore> WithAsync(string redis, RedisLedger ledger) =>
        new(ledger, await ConnectionMultiplexer.ConnectAsync(redis));
}
