using Supervision.SystemTests.Faults.Hosts;

namespace Supervision.SystemTests;

/// <summary>The tests, or, when the environment says so, the process that a test starts in order to kill it.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => HostSettings.Read() is { } settings
        ? FaultHost.RunAsync(settings)
        : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
