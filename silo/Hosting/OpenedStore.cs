using StackExchange.Redis;
using Supervision.Evidence;
using Supervision.Silo.Erasable;
using Supervision.Silo.Evidence;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Hosting;

/// <summary>A store that this process holds: the ledger, what may be erased beside it, and the files that prove something.</summary>
internal sealed record OpenedStore(
    ILedger Ledger, IErasableStore Erasable, IEvidenceStore Evidence, IAsyncDisposable? Connection = null) : IAsyncDisposable
{
    public static string EvidenceFolderOf(string folder) => Path.Combine(folder, "evidence");

    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, SqliteFile.Name));

    /// <summary>A new store in a folder; there must be none yet.</summary>
    public static OpenedStore CreateInFolder(string folder, StoreKind kind, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        return new OpenedStore(
            SqliteLedger.Create(folder, NewStore(kind, now)), SqliteErasableStore.Open(folder),
            FolderEvidenceStore.Open(EvidenceFolderOf(folder)));
    }

    /// <exception cref="InvalidOperationException">Another process serves the folder.</exception>
    public static OpenedStore OpenFolder(string folder) =>
        new(SqliteLedger.Open(folder), SqliteErasableStore.Open(folder), FolderEvidenceStore.Open(EvidenceFolderOf(folder)));

    /// <summary>The store of a cluster. A wrong address must not look like a new city, so it is made only where <paramref name="foundAt"/> says so.</summary>
    /// <param name="evidence">The store for files; null for none.</param>
    public static async Task<OpenedStore> OpenRedisAsync(string connection, S3Address? evidence, DateTimeOffset? foundAt = null)
    {
        var options = new RedisLedgerOptions(connection);
        var ledger = foundAt is { } now
            ? await RedisLedger.OpenOrCreateAsync(options, NewStore(StoreKind.Production, now))
            : await RedisLedger.OpenAsync(options);
        var redis = await ConnectionMultiplexer.ConnectAsync(connection);
        return new OpenedStore(ledger, new RedisErasableStore(redis, options.Prefix), EvidenceAt(evidence), redis);
    }

    /// <summary>What a silo and a gateway of a cluster keep files in.</summary>
    public static IEvidenceStore EvidenceAt(S3Address? address) => address is null ? new NoEvidenceStore() : new S3EvidenceStore(address);

    public async ValueTask DisposeAsync()
    {
        (Evidence as IDisposable)?.Dispose();
        await Ledger.DisposeAsync();
        await Erasable.DisposeAsync();
        if (Connection is not null) await Connection.DisposeAsync();
    }

    private static StoreInfo NewStore(StoreKind kind, DateTimeOffset now) => new(
        $"{kind.ToString().ToLowerInvariant()}-{Guid.CreateVersion7():N}", StoreInfo.ShardsDefault, Digest.Sha256, kind, now);
}
