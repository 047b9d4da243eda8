using System.Text;
using Supervision.Cases;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Cases;

/// <summary>What proves that the events of some streams are those that were sealed: their feed between two seals each.</summary>
/// <remarks>A seal folds the whole feed of a shard, so an append is proven only together with its neighbours since the seal before.</remarks>
/// <param name="ends">The last event of each stream that was read; what was appended later is no part of the case.</param>
internal sealed class CaseProof(ILedger ledger, IReadOnlyList<StoredSeal> stored, IReadOnlyDictionary<string, long> ends)
{
    private const int PageMax = 1_000;

    // One that cannot be read proves nothing; verify names it.
    private readonly List<Seal> _seals = [.. stored.Select(Seal.Read).OfType<Seal>()];

    private readonly List<CaseEntry> _feed = [];
    private readonly SortedSet<long> _needed = [];

    public async Task<(IReadOnlyList<CaseEntry> Feed, IReadOnlyList<CaseSeal> Seals)> ReadAsync()
    {
        foreach (var shard in ends.Keys.Select(ledger.ShardOf).Distinct().Order())
            await ReadAsync(shard);
        if (_seals.Count > 0) _needed.Add(_seals[^1].Number);
        return (_feed, [.. stored.Where(seal => _needed.Contains(seal.Number))
            .Select(seal => new CaseSeal(seal.Number, Encoding.UTF8.GetString(seal.Body.Span)))]);
    }

    private async Task ReadAsync(int shard)
    {
        var position = 0L;
        foreach (var seal in _seals)
        {
            var between = await EntriesAsync(shard, position, seal.Positions[shard]);
            position = Math.Max(position, seal.Positions[shard]);
            if (!between.Any(IsOwn)) continue;

            _feed.AddRange(between.Select(Of));
            _needed.Add(seal.Number - 1);
            _needed.Add(seal.Number);
        }

        _feed.AddRange((await EntriesAsync(shard, position, await ledger.FeedEndAsync(shard))).Where(IsOwn).Select(Of));
    }

    private async Task<List<FeedEntry>> EntriesAsync(int shard, long after, long to)
    {
        var entries = new List<FeedEntry>();
        while (after < to && await ledger.ReadFeedAsync(shard, after, (int)Math.Min(PageMax, to - after)) is { Count: > 0 } page)
        {
            entries.AddRange(page);
            after += page.Count;
        }

        return entries;
    }

    private bool IsOwn(FeedEntry entry) => ends.TryGetValue(entry.Stream, out var end) && entry.ToSeq <= end;

    private static CaseEntry Of(FeedEntry entry) => new(entry.Shard, entry.Position, entry.Stream, entry.FromSeq, entry.ToSeq, entry.Hash);
}
