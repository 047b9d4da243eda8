using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Ledger;

/// <summary>A real redis-server of our own, on a free port of this machine and in a folder of its own.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Process? _process;
    private int _stores;

    /// <summary>Anything given here replaces the safe settings.</summary>
    public string Fsync { get; init; } = "always";

    public string Connection { get; private set; } = "";

    /// <summary>A place of its own for every test.</summary>
    internal RedisLedgerOptions NewStore() => new(Connection, $"t{Interlocked.Increment(ref _stores)}");

    public async ValueTask InitializeAsync()
    {
        Connection = $"127.0.0.1:{FreePort()}";
        await StartAsync();
    }

    /// <summary>Without a warning, as when the machine loses its process.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>On the same port and the same files as before.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("redis-server")
        {
            ArgumentList =
            {
                "--bind", "127.0.0.1", "--port", Connection.Split(':')[1], "--dir", _folder.Path, "--save", "",
                "--appendonly", "yes", "--appendfsync", Fsync,
            },
            RedirectStandardOutput = true,
        };

        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("redis-server was not found. Install the Debian package redis-server.", e);
        }

        // The line is the server's own word that it takes connections; no sleeping and trying.
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal)) break;
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>A connection for looking and tampering from outside.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(Connection);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
