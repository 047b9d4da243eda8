using CsCheck;
using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>Whatever is done to both, the file says what memory says.</summary>
public sealed class SqliteModelTests
{
    private static readonly Gen<Deed> AnyDeed = Gen.Frequency<Deed>(
        (8, from stream in Gen.Int[0, 4]
            from lag in Gen.Frequency((8, Gen.Const(0)), (1, Gen.Int[-1, 1]))
            from key in Gen.Int[0, 30]
            from count in Gen.Int[1, 3]
            from snapshot in Gen.Bool
            from dues in Gen.Int[0, 3].Array[0, 2]
            from done in Gen.Int[0, 3].Array[0, 1]
            select (Deed)new Deed.Appends(stream, lag, key, count, snapshot, dues, done)),
        (1, from stream in Gen.Int[0, 5] from due in Gen.Int[0, 3] select (Deed)new Deed.Completes(stream, due)),
        (1, from position in Gen.Int[0, 20] select (Deed)new Deed.Moves(position)),
        (1, from minutes in Gen.Int[0, 60] select (Deed)new Deed.Purges(minutes)));

    [Fact]
    public Task File_and_memory_agree() => AnyDeed.Array[0, 40].SampleAsync(async deeds =>
    {
        using var folder = new TemporaryFolder();
        await using var memory = new MemoryLedger(Sample.Store());
        await using var file = SqliteLedger.Create(folder.Path, Sample.Store());

        for (var n = 0; n < deeds.Length; n++)
            (await DoAsync(file, deeds[n], n)).Should().Be(await DoAsync(memory, deeds[n], n), deeds[n].ToString());

        (await DescribeAsync(file)).Should().Be(await DescribeAsync(memory));
        (await LedgerVerifier.VerifyAsync(file, null, null)).Findings.Should().BeEmpty();
    }, iter: 60, threads: 1);

    private static async Task<string> DoAsync(ILedger ledger, Deed deed, int minute)
    {
        try
        {
            return deed switch
            {
                Deed.Appends it => $"{await AppendAsync(ledger, it, minute)}",
                Deed.Completes it => await Done(ledger.CompleteDueAsync(Stream(it.Stream), $"{it.Due}")),
                Deed.Moves it => await Done(ledger.MoveCursorAsync("follower", 1, it.Position)),
                Deed.Purges it => $"{await ledger.PurgeAnswersAsync(Sample.Monday.AddMinutes(it.Minutes))}",
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception e) when (e is LedgerConflictException or ArgumentException)
        {
            return e.GetType().Name + e.Message;
        }
    }

    private static async Task<AppendResult> AppendAsync(ILedger ledger, Deed.Appends deed, int minute)
    {
        var stream = Stream(deed.Stream);
        var last = await ledger.ReadAsync(stream, 0, default).LastOrDefaultAsync();
        var before = deed.Lag == 0 ? last : new RecordedEvent((last?.Seq ?? 0) + deed.Lag, default, "");
        if (before?.Seq < 0) before = null;

        var append = Sample.Append(stream, before, $"{deed.Key}", deed.Count);
        var newest = append.Events[^1];
        return await ledger.AppendAsync(append with
        {
            RecordedAt = Sample.Monday.AddMinutes(minute),
            Snapshot = deed.Snapshot ? new Snapshot(newest.Seq, newest.Hash, Sample.Monday, new byte[] { (byte)minute }) : null,
            DuesSet = [.. deed.Dues.Select(due => Sample.Due($"{due}", minute))],
            DuesCompleted = [.. deed.Done.Select(due => $"{due}")],
        });
    }

    private static async Task<string> DescribeAsync(ILedger ledger)
    {
        var lines = new List<string>();
        for (var stream = 0; stream <= 5; stream++)
        {
            var loaded = await ledger.LoadAsync(Stream(stream), default);
            lines.Add($"{stream} {loaded.Snapshot?.Seq} {loaded.Snapshot?.State.Span[0]} {loaded.Tail.Count}");
            await foreach (var it in ledger.ReadAsync(Stream(stream), 0, default)) lines.Add($"{it.Seq} {it.Hash}");
        }

        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            lines.AddRange((await ledger.ReadFeedAsync(shard, 0, 1_000)).Select(entry => entry.ToString()));
            lines.AddRange((await ledger.ListDueAsync(shard, DateTimeOffset.MaxValue, 1_000)).Select(due => due.ToString()).Order());
            lines.Add($"{await ledger.FeedEndAsync(shard)} {await ledger.NextDueAsync(shard):O} {await ledger.FindCursorAsync("follower", shard)}");
        }

        return string.Join('\n', lines);
    }

    private static async Task<string> Done(Task task)
    {
        await task;
        return "done";
    }

    private static string Stream(int number) => $"task/{number}";

    private abstract record Deed
    {
        public sealed record Appends(int Stream, int Lag, int Key, int Count, bool Snapshot, int[] Dues, int[] Done) : Deed;

        public sealed record Completes(int Stream, int Due) : Deed;

        public sealed record Moves(int Position) : Deed;

        public sealed record Purges(int Minutes) : Deed;
    }
}
