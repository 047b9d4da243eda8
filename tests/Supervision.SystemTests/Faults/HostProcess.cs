using System.Diagnostics;
using Supervision.SystemTests.Faults.Hosts;

namespace Supervision.SystemTests.Faults;

/// <summary>A host process as the test holds it: started, asked over loopback, killed without a warning.</summary>
internal sealed class HostProcess(HostSettings settings) : IVictim, IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(90);

    private Process? _process;
    private int _port; // Another one after each start.

    public static HostProcess WithPorts(HostSettings settings) =>
        new(settings with { SiloPort = Loopback.FreePort(), GatewayPort = Loopback.FreePort() });

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

        _port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    public Task<IConnection> ConnectAsync() => LineClient.ConnectAsync(_port);

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
