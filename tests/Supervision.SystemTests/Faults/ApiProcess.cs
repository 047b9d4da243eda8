using System.Diagnostics;

namespace Supervision.SystemTests.Faults;

/// <summary>The real server with a demo store in a folder: started as a user would, asked over REST.</summary>
internal sealed class ApiProcess(string folder, IReadOnlyDictionary<string, string>? settings = null) : IVictim, IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private Process? _process;
    private RestClient? _client;

    public string Data => Path.Combine(folder, "data");

    /// <summary>Processor time that the server has used since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async Task StartAsync(DateTimeOffset now)
    {
        var url = $"http://127.0.0.1:{Loopback.FreePort()}";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Supervision.Api"))
        {
            ArgumentList = { "--data", Data, "--urls", url, "--months", "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SUPERVISION_SEALS"] = Path.Combine(folder, "seals") },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        var (said, errors) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(StartMax);
        _client = new RestClient(new Uri(url));
        // The accounts of the agencies are opened behind the first start.
        while (!File.Exists(Path.Combine(Data, "demo-accounts.done")) || !await _client.IsLiveAsync(patience.Token))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server did not start: {await said} {await errors}");
            await Task.Delay(Glance, patience.Token);
        }

        await _client.SignInAsync((await File.ReadAllTextAsync(Path.Combine(Data, "demo-password.txt"), patience.Token)).Trim());
    }

    public async Task KillAsync()
    {
        if (_process is null) return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        (_process, _client) = (null, null);
    }

    /// <summary>Connections of the client below are pooled: as many as are asked at once.</summary>
    public Task<IConnection> ConnectAsync() =>
        _client is { } client ? Task.FromResult<IConnection>(client) : throw new IOException("The server is down.");

    public async ValueTask DisposeAsync() => await KillAsync();
}
