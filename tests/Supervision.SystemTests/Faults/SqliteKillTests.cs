using Supervision.Silo.Ledger;
using Supervision.SystemTests.Faults.Hosts;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Faults;

/// <summary>kill -9 of the one process that serves a folder, in the middle of work.</summary>
public sealed class SqliteKillTests
{
    [Fact]
    public async Task What_was_acknowledged_is_there_once_after_every_kill()
    {
        using var folder = new TemporaryFolder();
        var run = new KillRun();
        await using var host = await KillAsync(run, folder.Path, KillRun.Rounds, careless: false);
        await using (var reader = SqliteLedger.OpenToRead(folder.At("store"))) await run.CheckDuesAsync(reader);
        await host.KillAsync();

        await using var ledger = SqliteLedger.OpenToRead(folder.At("store"));
        var check = await run.CheckCommandsAsync(ledger);
        run.OutstandingAtKills.Should().HaveCount(KillRun.Rounds).And.OnlyContain(count => count >= KillRun.OutstandingMin);
        check.Lost.Should().Be(0);
        check.Doubled.Should().Be(0);
        check.Findings.Should().BeEmpty();
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
        await KillRun.PrepareAsync(host.Port);
        for (var round = 0; round < rounds; round++) await run.RoundAsync([host.Port], host.KillAsync, host.StartAsync);
        return host;
    }
}
