namespace Supervision.Silo.Ledger;

/// <summary>Seals what was appended since the last seal. Daily, and with every bulletin.</summary>
internal static class Sealer
{
    public const int PageMax = 1_000;

    /// <summary>Reads only what is new: a root goes on from the one that the seal before has recorded.</summary>
    /// <remarks>The caller remembers the result's anchor outside the store; see <see cref="SealFolder"/>.</remarks>
    /// <exception cref="InvalidOperationException">The newest seal is damaged, or the feed is shorter than it says: nothing is put on top.</exception>
    public static async Task<Seal> SealAsync(ILedger ledger, SealKey key, DateTimeOffset now)
    {
        var store = ledger.Store;
        var last = await FindLastAsync(ledger, key);
        var (positions, roots) = (new long[store.Shards], new string[store.Shards]);
        for (var shard = 0; shard < store.Shards; shard++)
        {
            (positions[shard], roots[shard]) = await FoldAsync(
                ledger, shard, last?.Positions[shard] ?? 0, last?.Roots[shard] ?? FeedRoot.Start);
        }

        var seal = key.Sign(new Seal(
            (last?.Number ?? 0) + 1, store.Id, SealKey.AlgorithmOf(store.Digest), now, positions, roots,
            FeedRoot.Over(store.Digest, roots), last?.Signature ?? "", Signature: ""));
        await ledger.AppendSealAsync(seal.ToStored());
        return seal;
    }

    /// <summary>The root over all feeds as they are now, without sealing it: ledgers with the same history have the same.</summary>
    public static async Task<string> RootAsync(ILedger ledger)
    {
        var roots = new string[ledger.Store.Shards];
        for (var shard = 0; shard < roots.Length; shard++)
            roots[shard] = (await FoldAsync(ledger, shard, 0, FeedRoot.Start)).Root;
        return FeedRoot.Over(ledger.Store.Digest, roots);
    }

    public static Anchor AnchorOf(Seal seal) => new(seal.Number, seal.Root);

    private static async Task<Seal?> FindLastAsync(ILedger ledger, SealKey key)
    {
        if (await ledger.ListSealsAsync() is not [.., var stored]) return null;

        return Seal.Read(stored) is { } seal && key.Signed(seal)
            ? seal
            : throw new InvalidOperationException(
                $"Seal {stored.Number} is damaged or was signed with another key. Verify the ledger before it is sealed again.");
    }

    private static async Task<(long Position, string Root)> FoldAsync(ILedger ledger, int shard, long position, string root)
    {
        var end = await ledger.FeedEndAsync(shard); // A busy shard must not keep us for ever.
        if (end < position)
        {
            throw new InvalidOperationException(
                $"The feed of shard {shard} ends at {end}, the newest seal saw {position}. Verify the ledger before it is sealed again.");
        }

        while (position < end && await ledger.ReadFeedAsync(shard, position, PageMax) is { Count: > 0 } page)
        {
            foreach (var entry in page) root = FeedRoot.Next(ledger.Store.Digest, root, entry);
            position += page.Count;
        }

        return (position, root);
    }
}
