using System.Globalization;
using Supervision.Silo.Ledger;
using Supervision.SystemTests.Faults.Hosts;
using Supervision.SystemTests.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.SystemTests.Faults;

/// <summary>kill -9 of a silo of two and of the Redis below them, in turn, in the middle of work.</summary>
public sealed class RedisKillTests
{
    [Fact]
    public async Task What_was_acknowledged_is_there_once_after_every_kill()
    {
        using var folder = new TemporaryFolder();
        await using var redis = new RedisProcess(folder.Path);
        await redis.StartAsync();
        var run = new KillRun();
        await using var first = HostProcess.WithPorts(Settings(redis, run));
        await using var second = HostProcess.WithPorts(Settings(redis, run));
        HostProcess[] hosts = [first, second];
        foreach (var host in hosts) await host.StartAsync(run.Now);
        await KillRun.PrepareAsync(first);

        for (var round = 0; round < KillRun.Rounds; round++)
        {
            await run.AssignDueTasksAsync(first);
            if (round % 2 == 0) await KillSiloAsync(run, hosts[round / 2 % 2], hosts[1 - (round / 2 % 2)]);
            else await run.RoundAsync(hosts, redis.KillAsync, now => StartAsync(redis, hosts, now));
        }

        await using var ledger = await RedisLedger.OpenAsync(new RedisLedgerOptions(redis.Connection));
        await run.CheckDuesAsync(ledger);
        foreach (var host in hosts) await host.KillAsync();

        await run.CheckNothingLostAsync(ledger, KillRun.Rounds);
    }

    private static HostSettings Settings(RedisProcess redis, KillRun run) =>
        new(Folder: null, redis.Connection, SiloPort: 0, GatewayPort: 0, run.Now, Careless: false);

    // The clocks of both go on together: that two of them differ by days is another test.
    private static Task KillSiloAsync(KillRun run, HostProcess victim, HostProcess other) =>
        run.RoundAsync([victim, other], victim.KillAsync, async now =>
        {
            await GoToAsync(other, now);
            await victim.StartAsync(now);
        });

    private static async Task StartAsync(RedisProcess redis, HostProcess[] hosts, DateTimeOffset now)
    {
        foreach (var host in hosts) await GoToAsync(host, now);
        await redis.StartAsync();
    }

    private static Task GoToAsync(HostProcess host, DateTimeOffset now) =>
        host.DoAsync($"now {now.ToString("O", CultureInfo.InvariantCulture)}");
}
