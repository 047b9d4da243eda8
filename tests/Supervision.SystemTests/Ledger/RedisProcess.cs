using System.ComponentModel;
using System.Diagnostics;
using Supervision.SystemTests.Faults;

namespace Supervision.SystemTests.Ledger;

/// <summary>A real redis-server of our own, on a free port of this machine and in a folder that the caller gives.</summary>
internal sealed class RedisProcess(string folder, string fsync = "always") : IAsyncDisposable
{
    private readonly int _port = Loopback.FreePort();
    private Process? _process;

    public string Connection => $"127.0.0.1:{_port}";

    /// <summary>On the same port and the same files as before.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("redis-server")
        {
            ArgumentList =
            {
                "--bind", "127.0.0.1", "--port", $"{_port}", "--dir", folder, "--save", "",
                "--appendonly", "yes", "--appendfsync", fsync,
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

    /// <summary>Without a warning, as when the machine loses its process.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
