using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Faults;

/// <summary>kill -9 of the real server over a folder, in the middle of work over REST.</summary>
public sealed class ServerKillTests
{
    [Fact]
    public async Task What_the_real_server_acknowledged_is_there_once_after_every_kill()
    {
        using var folder = new TemporaryFolder();
        var run = new KillRun();
        await using var server = new ApiProcess(folder.Path);
        await server.StartAsync(run.Now);
        await KillRun.PrepareAsync(server);
        for (var round = 0; round < KillRun.Rounds; round++) await run.RoundAsync([server], server.KillAsync, server.StartAsync);
        await server.KillAsync();

        await using var ledger = SqliteLedger.OpenToRead(server.Data);
        await run.CheckNothingLostAsync(ledger, KillRun.Rounds);
    }
}
