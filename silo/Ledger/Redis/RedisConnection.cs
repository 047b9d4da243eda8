using StackExchange.Redis;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <param name="Connection">As StackExchange.Redis writes it, such as <c>redis-0:6379,password=…</c>.</param>
/// <param name="Prefix">Begins every key, so that several stores can share a server.</param>
/// <param name="AllowsLoss">Takes a server that does not flush before it answers. For experiments; what was answered may be gone.</param>
internal sealed record RedisLedgerOptions(string Connection, string Prefix = "sv", bool AllowsLoss = false);

/// <summary>The connection of a <see cref="RedisLedger"/>: checked before use, and its failures said in our words.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    // A read of a long stream, or a flush on a slow disk, may take longer than the library's five seconds.
    public const int TimeoutMs = 15_000;

    private readonly ConnectionMultiplexer _multiplexer;

    private RedisConnection(ConnectionMultiplexer multiplexer) => _multiplexer = multiplexer;

    public static async Task<RedisConnection> OpenAsync(RedisLedgerOptions options)
    {
        var configuration = ConfigurationOptions.Parse(options.Connection);
        configuration.AllowAdmin = true; // To read the server's settings; nothing else is administered from here.
        configuration.AsyncTimeout = TimeoutMs;
        try
        {
            var connection = new RedisConnection(await ConnectionMultiplexer.ConnectAsync(configuration));
            try
            {
                if (!options.AllowsLoss) await connection.CheckKeepsAsync();
                return connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch (RedisException e)
        {
            throw new LedgerUnavailableException($"Redis cannot be used: {e.Message} Is it running, and reachable from here?", e);
        }
    }

    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask)
    {
        try
        {
            return await ask(_multiplexer.GetDatabase());
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new LedgerUnavailableException($"Redis did not answer as it should; what was being written may be there or not: {e.Message}", e);
        }
    }

    public Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] arguments) =>
        AskAsync(redis => redis.ScriptEvaluateAsync(script, keys, arguments));

    public Task ListenAsync(RedisChannel channel, Action<RedisValue> heard) =>
        _multiplexer.GetSubscriber().SubscribeAsync(channel, (_, message) => heard(message));

    public async IAsyncEnumerable<RedisKey> ScanAsync(string pattern)
    {
        foreach (var server in Primaries())
        {
            await foreach (var key in server.KeysAsync(pattern: pattern, pageSize: 1_000)) yield return key;
        }
    }

    public ValueTask DisposeAsync() => _multiplexer.DisposeAsync();

    private IEnumerable<IServer> Primaries() => _multiplexer.GetServers().Where(server => server.IsConnected && !server.IsReplica);

    private async Task CheckKeepsAsync()
    {
        (string Setting, string Wanted, string Why)[] settings =
        [
            ("appendonly", "yes", "everything is gone when the server stops"),
            ("appendfsync", "always", "up to a second of answered commands is gone when the power fails"),
            ("maxmemory-policy", "noeviction", "the server may throw away history to make room"),
        ];

        foreach (var server in Primaries())
        {
            foreach (var (setting, wanted, why) in settings)
            {
                var found = (await server.ConfigGetAsync(setting)).FirstOrDefault().Value;
                if (found != wanted)
                {
                    throw new InvalidOperationException(
                        $"Redis at {server.EndPoint} has {setting} {found}: {why}. Set it to {wanted} and start again.");
                }
            }
        }
    }
}
