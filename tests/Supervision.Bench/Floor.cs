using System.Globalization;
using Supervision.Silo.Ledger;

namespace Supervision.Bench;

/// <summary>The appends of real commands, prepared: what remains of a command without grain, rule, machine and JSON.</summary>
internal sealed class Floor(IReadOnlyList<Append> opening, IReadOnlyList<Append> work)
{
    /// <summary>Pairs of report and review recorded; two snapshots fall among them.</summary>
    public const int Pairs = 20;

    /// <summary>Runs the commands once against a ledger in memory and keeps what they append.</summary>
    public static async Task<Floor> RecordAsync()
    {
        var ledger = new WatchedLedger(new MemoryLedger()) { Calls = [] };
        await using var office = await Office.OpenAsync(ledger);
        ledger.Calls = [];
        var task = await new BusyTask(office, "busy-000").UnderWayAsync();
        var opening = ledger.Calls.OfType<Append>().ToArray();
        ledger.Calls = [];
        await task.WorkAsync(2 * Pairs);
        return new Floor(opening, [.. ledger.Calls.OfType<Append>()]);
    }

    public int EventsAPair => work.Sum(append => append.Events.Count) / Pairs;

    public long BytesAPair => work.Sum(append => append.Events.Sum(recorded => (long)recorded.Body.Length)) / Pairs;

    /// <summary>A stream of its own that is written with these appends, again and again.</summary>
    public async Task<Writer> WriterAsync(ILedger ledger, string stream)
    {
        var writer = new Writer(ledger, stream, work);
        foreach (var append in opening) await writer.WriteAsync(append);
        return writer;
    }

    internal sealed class Writer(ILedger ledger, string stream, IReadOnlyList<Append> work)
    {
        private long _seq;
        private int _appends;

        public Task WriteAsync() => WriteAsync(work[_appends % work.Count]);

        // The bytes stay as they were recorded; only the places differ, which no ledger looks for in the bytes.
        public async Task WriteAsync(Append recorded)
        {
            var events = new RecordedEvent[recorded.Events.Count];
            for (var i = 0; i < events.Length; i++) events[i] = recorded.Events[i] with { Seq = _seq + 1 + i };
            await ledger.AppendAsync(recorded with
            {
                Stream = stream,
                ExpectedSeq = _seq,
                CommandKey = "key-" + (++_appends).ToString("D8", CultureInfo.InvariantCulture),
                Events = events,
                Snapshot = recorded.Snapshot is { } snapshot ? snapshot with { Seq = events[^1].Seq } : null,
            });
            _seq += events.Length;
        }
    }
}
