namespace Supervision.Silo.Ledger;

/// <summary>Reads a whole ledger and says what in it is not as it was written. Changes nothing; may run beside the writer.</summary>
internal static class LedgerVerifier
{
    public const int PageMax = 1_000;

    /// <param name="key">Without it signatures are not checked.</param>
    /// <param name="anchor">Without it an old copy cannot be told from the newest.</param>
    public static async Task<VerificationReport> VerifyAsync(
        ILedger ledger, SealKey? key, Anchor? anchor, CancellationToken cancellation = default)
    {
        // Seals first: what is appended from now on is newer than they are, and never missing from the feeds read later.
        var stored = await ledger.ListSealsAsync();
        var (seals, found) = SealCheck.Run(ledger.Store, stored, key, anchor);
        var (findings, sums) = (new List<Finding>(found), new Sums());

        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            var feed = await ReadFeedAsync(ledger, shard, seals);
            findings.AddRange(feed.Findings);
            await CheckStreamsAsync(ledger, shard, feed, findings, sums, cancellation);
            sums.Unsealed += feed.End - Math.Min(feed.End, seals.Count == 0 ? 0 : seals[^1].Positions[shard]);
        }

        return new VerificationReport(
            [.. findings.Take(VerificationReport.FindingsMax)], sums.Events, sums.Streams, stored.Count, sums.Unsealed,
            seals.Count == 0 ? null : seals[^1].SealedAt);
    }

    private static async Task<FeedCheck> ReadFeedAsync(ILedger ledger, int shard, IReadOnlyList<Seal> seals)
    {
        var (check, read) = (new FeedCheck(shard, ledger.Store.Digest, seals), 0L);
        while (await ledger.ReadFeedAsync(shard, read, PageMax) is { Count: > 0 } page)
        {
            foreach (var entry in page) check.Add(entry);
            read = Math.Max(check.End, read + 1);
        }

        check.Finish();
        return check;
    }

    private static async Task CheckStreamsAsync(
        ILedger ledger, int shard, FeedCheck feed, List<Finding> findings, Sums sums, CancellationToken cancellation)
    {
        var names = new HashSet<string>(feed.Told.Keys, StringComparer.Ordinal);
        await foreach (var name in ledger.ListStreamsAsync(shard, cancellation)) names.Add(name);

        foreach (var name in names)
        {
            var check = new StreamCheck(name, ledger.Store.Digest, feed.Told.GetValueOrDefault(name) ?? []);
            await foreach (var recorded in ledger.ReadAsync(name, 0, cancellation)) check.Add(recorded);

            sums.Streams++;
            sums.Events += check.Events;
            findings.AddRange(check.Finish());
            if (check.FirstUntold is { } seq && !feed.Damaged && !await ToldSinceAsync(ledger, shard, feed.End, name, seq))
                findings.Add(Finding.FeedSilent(name, seq));
        }
    }

    // Somebody may have gone on writing since we read the feed.
    private static async Task<bool> ToldSinceAsync(ILedger ledger, int shard, long after, string stream, long seq)
    {
        while (await ledger.ReadFeedAsync(shard, after, PageMax) is { Count: > 0 } page)
        {
            if (page.Any(entry => entry.Stream == stream && entry.FromSeq == seq)) return true;

            after += page.Count;
        }

        return false;
    }

    private sealed class Sums
    {
        public long Events { get; set; }

        public long Streams { get; set; }

        public long Unsealed { get; set; }
    }
}
