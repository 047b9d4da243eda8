using Supervision.Silo.Ledger;
using Supervision.SystemTests.Ledger;

namespace Supervision.Bench;

/// <summary>A new store of one kind, gone afterwards.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly RedisProcess? _redis;

    private OpenStore(DirectoryInfo folder, RedisProcess? redis, ILedger ledger) => (_folder, _redis, Ledger) = (folder, redis, ledger);

    public ILedger Ledger { get; }

    public static async Task<OpenStore> OfAsync(string kind)
    {
        var folder = NewFolder();
        var store = new StoreInfo("bench", StoreInfo.ShardsDefault, Digest.Sha256, StoreKind.Production, DateTimeOffset.UnixEpoch);
        if (kind != "redis")
            return new OpenStore(folder, null, kind == "memory" ? new MemoryLedger(store) : SqliteLedger.Create(folder.FullName, store));

        var redis = new RedisProcess(folder.FullName);
        await redis.StartAsync();
        return new OpenStore(folder, redis, await RedisLedger.CreateAsync(new RedisLedgerOptions(redis.Connection), store));
    }

    // Beside the program, not in the system's folder for such things: that may be memory, and a flush must be one. Nor
    // below the program: a web server watches its own folder for changed settings, and would hear of every write.
    public static DirectoryInfo NewFolder() =>
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "bench-" + Guid.NewGuid().ToString("N")));

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
