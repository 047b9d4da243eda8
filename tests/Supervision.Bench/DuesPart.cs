using System.Diagnostics;
using Supervision.Language;
using Supervision.Silo.Clock;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>Ten thousand limits pass in the same instant; each does its work once.</summary>
internal static class DuesPart
{
    public const int Tasks = 10_000;
    public const int AtOnce = 64;
    public const double SecondsMax = 10;

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Dues: {Tasks:N0} tasks whose limit to acknowledge passes in the same instant");
        Report.Columns("ledger", "fired", "seconds", "a second", "escalations recorded", "tasks with exactly one", "left in the index");
        var met = true;
        foreach (var kind in options.StoresOr("sqlite", "redis"))
        {
            await using var store = await OpenStore.OfAsync(kind);
            await using var office = await Office.OpenAsync(store.Ledger);
            await AssignAsync(office);
            met &= await FireAsync(kind, office);
        }

        return Report.Claim($"within {SecondsMax} s, each exactly once, nothing passed left in the index", met);
    }

    private static async Task AssignAsync(Office office)
    {
        for (var n = 0; n < Tasks; n += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(n, Math.Min(AtOnce, Tasks - n))
                .Select(i => new BusyTask(office, $"due-{i:D5}").AssignedAsync()));
        }
    }

    private static async Task<bool> FireAsync(string kind, Office office)
    {
        var limits = await DuesAsync(office, due => due.Key.EndsWith("#limit", StringComparison.Ordinal));
        var limit = limits.Min(due => due.At);
        if (limits.Count(due => due.At == limit) != Tasks) throw new InvalidOperationException("The limits do not fall together.");

        // What lies before the limit, the reminder, is worked off first and warms everything up.
        office.Clock.GoTo(limit.AddSeconds(-60));
        await PumpAsync(office);
        office.Clock.GoTo(limit);
        var began = Stopwatch.GetTimestamp();
        var fired = await PumpAsync(office);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        var escalations = new List<int>(Tasks);
        for (var n = 0; n < Tasks; n++) escalations.Add(await EscalationsAsync(office.Ledger, $"task/due-{n:D5}"));
        var left = (await DuesAsync(office, due => due.At <= limit)).Count;
        Report.Row(
            kind, Report.Number(fired), Report.Number(seconds, "N2"), Report.Number(fired / seconds), Report.Number(escalations.Sum()),
            Report.Number(escalations.Count(times => times == 1)), Report.Number(left));
        return seconds <= SecondsMax && escalations.All(times => times == 1) && left == 0;
    }

    private static async Task<int> PumpAsync(Office office) => (await Task.WhenAll(
        Enumerable.Range(0, office.Ledger.Store.Shards).Select(shard => office.Grains.GetGrain<IShardClockGrain>(shard).PumpAsync()))).Sum();

    private static async Task<List<DueEntry>> DuesAsync(Office office, Func<DueEntry, bool> wanted)
    {
        var found = new List<DueEntry>();
        for (var shard = 0; shard < office.Ledger.Store.Shards; shard++)
        {
            await foreach (var due in office.Ledger.ListAllDuesAsync(shard, CancellationToken.None))
                if (wanted(due)) found.Add(due);
        }

        return found;
    }

    private static async Task<int> EscalationsAsync(ILedger ledger, string stream)
    {
        var times = 0;
        var kind = FactJson.KindOf(new TaskEscalated("", 0, ""));
        await foreach (var recorded in ledger.ReadAsync(stream, 0, CancellationToken.None))
            if (EnvelopeJson.Read(recorded.Body.Span).Kind == kind) times++;
        return times;
    }
}
