using System.Runtime.CompilerServices;
using System.Text;

namespace Supervision.Silo.Ledger;

/// <summary>Writes a whole ledger as lines of JSON, for another store, another program, or an auditor with a text editor.</summary>
/// <remarks>
/// Events and feed shard by shard in the order of the feed, then due times, cursors, seals. Not written: snapshots, which
/// can be made again, and the answers kept for retries, so nobody should be writing and retrying while a store moves.
/// </remarks>
internal static class LedgerExport
{
    public const int PageMax = 500;

    /// <summary>Returns how many events were written.</summary>
    public static async Task<long> WriteAsync(ILedger ledger, Stream file, CancellationToken cancellation = default)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        var (lines, events) = (0L, 0L);
        await foreach (var line in LinesAsync(ledger, cancellation))
        {
            await writer.WriteAsync($"{line.Write()}\n".AsMemory(), cancellation);
            lines++;
            if (line is EventLine) events++;
        }

        await writer.WriteAsync($"{new EndLine(lines).Write()}\n".AsMemory(), cancellation);
        return events;
    }

    private static async IAsyncEnumerable<ExportLine> LinesAsync(
        ILedger ledger, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return StoreLine.Of(ledger.Store);

        // Read before the feeds: a seal must not speak of what was appended after its feed had been written down.
        var seals = await ledger.ListSealsAsync();
        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            await foreach (var line in AppendsAsync(ledger, shard, cancellation)) yield return line;
        }

        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            await foreach (var due in ledger.ListAllDuesAsync(shard, cancellation))
                yield return new DueLine(due.Stream, due.Key, due.At, due.Rule);
        }

        foreach (var cursor in await ledger.ListCursorsAsync())
            yield return new CursorLine(cursor.Follower, cursor.Shard, cursor.Position);
        foreach (var seal in seals)
            yield return new SealLine(seal.Number, Encoding.UTF8.GetString(seal.Body.Span));
    }

    private static async IAsyncEnumerable<ExportLine> AppendsAsync(
        ILedger ledger, int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (after, end) = (0L, await ledger.FeedEndAsync(shard));
        while (after < end && await ledger.ReadFeedAsync(shard, after, PageMax) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                await foreach (var recorded in ledger.ReadAsync(entry.Stream, entry.FromSeq - 1, cancellation))
                {
                    yield return new EventLine(entry.Stream, recorded.Seq, Encoding.UTF8.GetString(recorded.Body.Span), recorded.Hash);
                    if (recorded.Seq >= entry.ToSeq) break;
                }

                yield return new FeedLine(shard, entry.Position, entry.Stream, entry.FromSeq, entry.ToSeq, entry.Hash);
            }

            after += page.Count;
        }
    }
}
