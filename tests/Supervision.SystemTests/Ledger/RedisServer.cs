using StackExchange.Redis;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Ledger;

/// <summary>A redis-server for the tests of one class, with a store for each of them.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RedisProcess? _process;
    private int _stores;

    /// <summary>Anything given here replaces the safe settings.</summary>
    public string Fsync { get; init; } = "always";

    public string Connection => _process!.Connection;

    /// <summary>A place of its own for every test.</summary>
    internal RedisLedgerOptions NewStore() => new(Connection, $"t{Interlocked.Increment(ref _stores)}");

    public async ValueTask InitializeAsync()
    {
        _process = new RedisProcess(_folder.Path, Fsync);
        await _process.StartAsync();
    }

    /// <summary>Without a warning, as when the machine loses its process.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>On the same port and the same files as before.</summary>
    public Task StartAsync() => _process!.StartAsync();

    /// <summary>A connection for looking and tampering from outside.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(Connection);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }
}
