using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Supervision.SystemTests.Faults.Hosts;

namespace Supervision.SystemTests.Faults;

/// <summary>A host process as the test holds it: started, asked over loopback, killed without a warning.</summary>
internal sealed class HostProcess(HostSettings settings) : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(90);

    private Process? _process;

    /// <summary>Where it takes lines; another one after each start.</summary>
    public int Port { get; private set; }

    public static HostProcess WithPorts(HostSettings settings) =>
        new(settings with { SiloPort = FreePort(), GatewayPort = FreePort() });

    public async Task StartAsync(DateTimeOffset now)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Supervision.SystemTests"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (settings with { Now = now }).Write(start.Environment);
        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(StartMax);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        if (line?.Split(' ') is not [FaultHost.Ready, var port])
            throw new InvalidOperationException($"The host did not start: {line} {await errors}");

        Port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
