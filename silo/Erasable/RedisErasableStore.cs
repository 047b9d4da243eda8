using StackExchange.Redis;
using Supervision.Language;

namespace Supervision.Silo.Erasable;

/// <summary>Keys <c>PREFIX:erasable:KEY</c> in Redis.</summary>
/// <remarks>
/// An erased value stays in the append-only file until Redis rewrites it; the runbook tells how to ask for that. A
/// deployment that must erase at once encrypts the value and erases the key elsewhere.
/// </remarks>
internal sealed class RedisErasableStore(IConnectionMultiplexer redis, string prefix) : IErasableStore
{
    public Task<byte[]?> FindAsync(string key) => AskAsync(async it => (byte[]?)await it.StringGetAsync(Key(key)));

    public Task PutAsync(string key, byte[] value)
    {
        IErasableStore.Check(key, value);
        return AskAsync(it => it.StringSetAsync(Key(key), value));
    }

    public Task EraseAsync(string key) => AskAsync(it => it.KeyDeleteAsync(Key(key)));

    /// <summary>The connection belongs to the host.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RedisKey Key(string key) => $"{prefix}:erasable:{key}";

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        try
        {
            return await ask(redis.GetDatabase());
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            throw new LedgerUnavailableException($"The erasable store in Redis did not answer as it should: {e.Message}", e);
        }
    }
}
