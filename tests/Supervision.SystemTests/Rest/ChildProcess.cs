using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Supervision.SystemTests.Rest;

/// <summary>A program of ours as a process of its own, as built beside these tests. It is ended by its id, politely first.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(60);
    private static readonly int Terminate = 15;

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>All it wrote so far, to both of its outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <param name="program">Such as <c>Supervision.Api</c>.</param>
    /// <param name="folder">Where it is called.</param>
    public static ChildProcess Start(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(PathOf(program), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What this machine sets for its own store must not reach a store of a test.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SUPERVISION_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits for its own end; returns the exit code.</summary>
    public async Task<int> WaitAsync()
    {
        using var late = new CancellationTokenSource(StopMax);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    /// <summary>At once, as a power cut would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as an orchestrator sends it; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            _ = Signal(_process.Id, Terminate);
        return await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            _said.AppendLine(line.Data);
    }

    // The same configuration as these tests: artifacts/bin/PROJECT/CONFIGURATION.
    private static string PathOf(string program)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, program, here.Name, program);
    }

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
