using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Supervision.Silo.Ledger;

namespace Supervision.Bench;

/// <summary>A command costs the same however long the history of its task is.</summary>
internal static partial class HistoryPart
{
    public const int Young = 10;
    public const int Old = 5_000;
    public const int TimedPairs = 200;
    public const double RatioMax = 1.25;

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"History: command {Old:N0} of a task against command {Young}");
        Report.Columns("ledger", $"calls {Young}–{Young + 9}", $"calls {Old}–{Old + 9}", "bytes young", "bytes old", "same but for digits", "µs young", "µs old", "ratio");
        var met = true;
        foreach (var kind in options.StoresOr("memory", "sqlite"))
        {
            await using var store = await OpenStore.OfAsync(kind);
            var ledger = new WatchedLedger(store.Ledger);
            await using var office = await Office.OpenAsync(ledger);
            met &= await CompareAsync(kind, ledger, office);
        }

        return Report.Claim($"same calls and bytes, and at most {RatioMax} of the time, over {TimedPairs} pairs", met);
    }

    private static async Task<bool> CompareAsync(string kind, WatchedLedger ledger, Office office)
    {
        var old = await TaskAsync(office, 1, Old - 1);
        var young = await TaskAsync(office, 2, Young - 1);
        // Ten commands each, so that the one with a snapshot is among them.
        var (before, after) = (await WatchAsync(ledger, young), await WatchAsync(ledger, old));
        var same = before.Select(Shape).SequenceEqual(after.Select(Shape));

        await old.WorkAsync(9);
        var (youngTicks, oldTicks) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < TimedPairs; pair++)
        {
            var fresh = await TaskAsync(office, 100 + pair, Young - 1);
            youngTicks.Add(await TimeAsync(fresh));
            oldTicks.Add(await TimeAsync(old));
            await old.WorkAsync(9);
        }

        var ratio = oldTicks.Median() / youngTicks.Median();
        Report.Row(
            kind, $"{before.Count}", $"{after.Count}", Report.Number(before.Sum(BytesOf)), Report.Number(after.Sum(BytesOf)),
            same ? "yes" : "NO", Report.Number(youngTicks.Median()), Report.Number(oldTicks.Median()), Report.Number(ratio, "N2"));
        return same && ratio <= RatioMax;
    }

    private static async Task<BusyTask> TaskAsync(Office office, int number, int commands)
    {
        var task = await new BusyTask(office, $"history-{number:D4}").UnderWayAsync();
        await task.WorkAsync(commands);
        return task;
    }

    private static async Task<IReadOnlyList<object>> WatchAsync(WatchedLedger ledger, BusyTask task)
    {
        ledger.Calls = [];
        await task.WorkAsync(10);
        var calls = ledger.Calls.ToArray();
        ledger.Calls = null;
        return calls;
    }

    private static async Task<double> TimeAsync(BusyTask task)
    {
        var began = Stopwatch.GetTimestamp();
        await task.WorkAsync();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    private static long BytesOf(object call) => call is Append append
        ? append.Events.Sum(recorded => (long)recorded.Body.Length) + (append.Snapshot?.State.Length ?? 0)
        : 0;

    // Counters, instants and hashes differ from command to command; how many of what is written must not.
    private static string Shape(object call) => Digits().Replace(Hashes().Replace(call is Append append ? Written(append) : $"{call}", "H"), "#");

    private static string Written(Append append) => string.Join('\n',
    [
        $"append {append.Stream} {append.Account} {append.CommandKey} {append.BodyHash}",
        .. append.Events.Select(recorded => Encoding.UTF8.GetString(recorded.Body.Span)),
        .. append.DuesSet.Select(due => $"set {due.Key} {due.At.UtcTicks} {due.Rule}"),
        .. append.DuesCompleted.Select(key => $"completed {key}"),
        append.Snapshot is { } snapshot ? Encoding.UTF8.GetString(snapshot.State.Span) : "no snapshot",
    ]);

    [GeneratedRegex("[0-9a-f]{32,64}")]
    private static partial Regex Hashes();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
