namespace Supervision.Silo.Ledger;

/// <summary>Checks the feed of one shard: its positions, then its root against every seal.</summary>
internal sealed class FeedCheck(int shard, string digest, IReadOnlyList<Seal> seals)
{
    private readonly Dictionary<string, List<FeedEntry>> _told = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly Queue<Seal> _seals = new(seals.OrderBy(seal => seal.Number));
    private string _root = FeedRoot.Start;
    private long _end, _sealedTo;
    private bool _damaged, _disagrees;

    /// <summary>The position of the newest entry that was seen.</summary>
    public long End => _end;

    public bool Damaged => _damaged;

    public IReadOnlyDictionary<string, List<FeedEntry>> Told => _told;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Called with every entry in the order of the store.</summary>
    public void Add(FeedEntry entry)
    {
        CompareWithSeals();
        if (entry.Position != _end + 1 || entry.Stream.Length == 0) Blame(_end + 1);
        _end = Math.Max(entry.Position, _end + 1);
        if (entry.Stream.Length == 0) return;

        _root = FeedRoot.Next(digest, _root, entry);
        if (!_told.TryGetValue(entry.Stream, out var told)) _told[entry.Stream] = told = [];
        if (entry.FromSeq != (told.Count == 0 ? 0 : told[^1].ToSeq) + 1 || entry.ToSeq < entry.FromSeq) Blame(entry.Position);
        told.Add(entry);
    }

    /// <summary>Called once, after the last entry.</summary>
    public void Finish()
    {
        CompareWithSeals();
        if (_damaged || _disagrees || !_seals.TryPeek(out var open)) return;

        _findings.Add(Finding.FeedCut(shard, _end, open.Number, open.Positions[shard]));
    }

    // A feed with a hole has another root in any case; saying so again for each seal helps nobody.
    private void CompareWithSeals()
    {
        while (_seals.TryPeek(out var seal) && seal.Positions[shard] <= _end)
        {
            _seals.Dequeue();
            if (!_damaged && !_disagrees && seal.Roots[shard] != _root)
            {
                _disagrees = true;
                _findings.Add(Finding.RechainedUnderSeal(shard, seal.Number, _sealedTo, seal.Positions[shard]));
            }

            _sealedTo = seal.Positions[shard];
        }
    }

    private void Blame(long position)
    {
        if (!_damaged) _findings.Add(Finding.FeedDamaged(shard, position));
        _damaged = true;
    }
}
