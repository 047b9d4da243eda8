using Supervision.Calendars;
using Supervision.Silo.Ledger;

namespace Supervision.SystemTests.Faults;

/// <summary>Many workers, and rounds in which something is killed under them; between the rounds days go by.</summary>
internal sealed class KillRun
{
    public const int Rounds = 20;
    public const int Workers = 96;
    public const int OutstandingMin = 64;
    public const int DueTasksARound = 3;

    /// <summary>Further than the limit to acknowledge, three working days, with a weekend and the longest holiday of a spring between.</summary>
    private const int DaysARound = 10;
    private const int AcknowledgedARound = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly Worker[] _workers;
    private readonly List<string> _dueTasks = [];

    public KillRun() => _workers =
        [.. Enumerable.Range(0, Workers).Select(n => new Worker(Log, $"worker-{n:D3}", sendsAgain: n % 2 == 0))];

    public CommandLog Log { get; } = new();

    public DateTimeOffset Now { get; private set; } = WorkingCalendar.At(new(2026, 3, 2), new(9, 0));

    /// <summary>How many commands were on their way at each kill.</summary>
    public List<int> OutstandingAtKills { get; } = [];

    public static Task PrepareAsync(IVictim victim) => Task.WhenAll(
        Enumerable.Range(0, Workers).Select(n => victim.DoAsync($"acknowledge worker-{n:D3}")));

    /// <summary>Tasks that nobody will acknowledge: their limits pass during the next kill.</summary>
    public async Task AssignDueTasksAsync(IVictim victim)
    {
        foreach (var task in Enumerable.Range(0, DueTasksARound).Select(n => $"due-{OutstandingAtKills.Count:D2}-{n}"))
        {
            await victim.DoAsync($"assign {task}");
            _dueTasks.Add(task);
        }
    }

    /// <param name="victims">Those that live now; the workers spread over them.</param>
    /// <param name="kill">Kills something, and does not start it again.</param>
    /// <param name="restart">Starts it again, in business time some days later.</param>
    public async Task RoundAsync(IReadOnlyList<IVictim> victims, Func<Task> kill, Func<DateTimeOffset, Task> restart)
    {
        using var stop = new CancellationTokenSource();
        var working = _workers.Select((worker, n) => worker.WorkAsync(victims[n % victims.Count], stop.Token)).ToArray();

        await UntilBusyAsync();
        OutstandingAtKills.Add(Log.Outstanding);
        await kill();
        await stop.CancelAsync();
        Now = Now.AddDays(DaysARound);
        await restart(Now);
        await Task.WhenAll(working).WaitAsync(Patience);
    }

    /// <summary>Every due time that has passed is worked off, and did its work once.</summary>
    public async Task CheckDuesAsync(ILedger ledger)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await LedgerCheck.OverdueAsync(ledger, Now) > 0) await Task.Delay(Glance, patience.Token);

        foreach (var task in _dueTasks)
        {
            var rungs = await LedgerCheck.RungsAsync(ledger, $"task/{task}");
            rungs.Should().NotBeEmpty($"the limit of {task} passed while something was down");
            rungs.Should().OnlyContain(times => times == 1, $"each rung of {task} is reached once");
        }
    }

    public async Task CheckNothingLostAsync(ILedger ledger, int rounds)
    {
        var check = await CheckCommandsAsync(ledger);
        OutstandingAtKills.Should().HaveCount(rounds).And.OnlyContain(count => count >= OutstandingMin);
        check.Lost.Should().Be(0);
        check.Doubled.Should().Be(0);
        check.Findings.Should().BeEmpty();
    }

    public async Task<LedgerCheck> CheckCommandsAsync(ILedger ledger)
    {
        var check = await LedgerCheck.RunAsync(ledger, Log);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{OutstandingAtKills.Count} kills, {OutstandingAtKills.Min()} or more outstanding at each; {check.Sent} sent, " +
            $"{check.Acknowledged} acknowledged, {check.Lost} lost, {check.Doubled} doubled; {_dueTasks.Count} limits passed; " +
            $"{check.Events} events, {check.Findings.Count} findings");
        return check;
    }

    private async Task UntilBusyAsync()
    {
        var wanted = Log.Acknowledged + AcknowledgedARound + Random.Shared.Next(AcknowledgedARound);
        using var patience = new CancellationTokenSource(Patience);
        while (Log.Acknowledged < wanted || Log.Outstanding < OutstandingMin) await Task.Delay(Glance, patience.Token);
    }
}
