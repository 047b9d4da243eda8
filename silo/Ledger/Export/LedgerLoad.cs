using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>Brings what happened in one ledger into another that lives already: append by append, with the answers that were given.</summary>
/// <remarks>Sent again it changes nothing, so a load that was interrupted goes on from its beginning. Clock and followers of the target rest meanwhile.</remarks>
internal static class LedgerLoad
{
    private const int PageMax = 500;
    private const int ShardsAtOnce = 16;

    /// <summary>Returns how many appends there are, those included that were there already.</summary>
    /// <param name="after">Where to begin in each shard: what came before, the target has of its own.</param>
    /// <exception cref="LedgerConflictException">The target has a stream of the same name with another history.</exception>
    public static async Task<long> RunAsync(ILedger from, IReadOnlyList<long> after, ILedger to, CancellationToken cancellation)
    {
        if (from.Store.Shards != to.Store.Shards || from.Store.Digest != to.Store.Digest)
            throw new ArgumentException($"{from.Store.Id} and {to.Store.Id} are not laid out alike.");

        var loaded = 0L;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, from.Store.Shards), new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce, CancellationToken = cancellation },
            async (shard, stopping) => Interlocked.Add(ref loaded, await LoadAsync(from, shard, after[shard], to, stopping)));
        return loaded;
    }

    private static async Task<long> LoadAsync(ILedger from, int shard, long after, ILedger to, CancellationToken cancellation)
    {
        var loaded = 0L;
        while (await from.ReadFeedAsync(shard, after, PageMax) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                cancellation.ThrowIfCancellationRequested();
                await to.AppendAsync(await AppendOfAsync(from, entry, cancellation));
                loaded++;
            }

            after = page[^1].Position;
        }

        await foreach (var due in from.ListAllDuesAsync(shard, cancellation))
            await to.SetDueAsync(due.Stream, new DueTime(due.Key, due.At, due.Rule));
        return loaded;
    }

    // As it was made, with its key and its answer: whoever sends the command again is answered as then.
    private static async Task<Append> AppendOfAsync(ILedger from, FeedEntry entry, CancellationToken cancellation)
    {
        var events = await from.ReadAsync(entry.Stream, entry.FromSeq - 1, cancellation)
            .TakeWhile(recorded => recorded.Seq <= entry.ToSeq).ToArrayAsync(cancellation);
        var first = EnvelopeJson.Read(events[0].Body.Span);
        var account = first.Actor.Account.Value;
        var kept = await from.FindAnswerAsync(entry.Stream, account, first.CommandKey);
        return new Append(
            entry.Stream, entry.FromSeq - 1, account, first.CommandKey, kept?.BodyHash ?? "", events, Snapshot: null,
            DuesSet: [], DuesCompleted: [], kept?.Answer ?? "", first.RecordedAt);
    }
}
