using Supervision.Silo.Ledger;
using Supervision.SystemTests.Faults.Hosts;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Faults;

/// <summary>kill -9 of a silo over a folder, in the middle of work, while the business days go by.</summary>
public sealed class SqliteKillTests
{
    /// <summary>Fewer than of the real server: here the days go by, and every restart owes what fell due meanwhile.</summary>
    private const int RoundsWithDues = 5;

    [Fact]
    public async Task What_fell_due_while_the_process_was_down_is_caught_up_once()
    {
        using var folder = new TemporaryFolder();
        var run = new KillRun();
        await using var host = await KillAsync(run, folder.Path, RoundsWithDues, careless: false);
        await using (var reader = SqliteLedger.OpenToRead(folder.At("store"))) await run.CheckDuesAsync(reader);
        await host.KillAsync();

        await using var ledger = SqliteLedger.OpenToRead(folder.At("store"));
        await run.CheckNothingLostAsync(ledger, RoundsWithDues);
    }

    [Fact]
    public async Task A_ledger_that_answers_before_it_writes_is_found_out()
    {
        using var folder = new TemporaryFolder();
        var run = new KillRun();
        await using var host = await KillAsync(run, folder.Path, rounds: 2, careless: true);
        await host.KillAsync();

        await using var ledger = SqliteLedger.OpenToRead(folder.At("store"));
        (await run.CheckCommandsAsync(ledger)).Lost.Should().BePositive("the planted fault loses what it has answered");
    }

    private static async Task<HostProcess> KillAsync(KillRun run, string folder, int rounds, bool careless)
    {
        var host = HostProcess.WithPorts(
            new HostSettings(Path.Combine(folder, "store"), Redis: null, SiloPort: 0, GatewayPort: 0, run.Now, careless));
        await host.StartAsync(run.Now);
        await KillRun.PrepareAsync(host);
        for (var round = 0; round < rounds; round++)
        {
            await run.AssignDueTasksAsync(host);
            await run.RoundAsync([host], host.KillAsync, host.StartAsync);
        }

        return host;
    }
}
