using System.Text.Json;

namespace Supervision.Silo.Ledger;

/// <summary>Checks one stream: its own chain, then against what the feed told of it.</summary>
/// <remarks>One deed, one finding: what follows from a finding, such as the broken link after a gap, is not reported again.</remarks>
internal sealed class StreamCheck(string stream, string digest, IReadOnlyList<FeedEntry> told)
{
    private readonly List<Row> _rows = [];
    private readonly HashSet<long> _blamed = [];
    private readonly Dictionary<long, FeedEntry> _toldBySeq = told.GroupBy(entry => entry.ToSeq).ToDictionary(same => same.Key, same => same.Last());
    private readonly HashSet<FeedEntry> _disagreeing = [];
    private string _previousHash = Chain.Start;

    public long Events => _rows.Count;

    private long Told => told.Count == 0 ? 0 : told.Max(entry => entry.ToSeq);

    /// <summary>The first event that the feed does not tell of; null when it tells of all.</summary>
    public long? FirstUntold => _rows.Count > 0 && _rows.Max(row => row.Seq) > Told ? Told + 1 : null;

    /// <summary>Called with every event in the order of the store.</summary>
    public void Add(RecordedEvent recorded)
    {
        var envelope = TryRead(recorded);
        var intact = envelope is not null && Chain.Next(digest, envelope.PreviousHash, recorded.Body.Span) == recorded.Hash;
        _rows.Add(new Row(recorded.Seq, envelope?.Seq ?? 0, intact, Linked: envelope?.PreviousHash == _previousHash));
        if (envelope is not null && _toldBySeq.TryGetValue(envelope.Seq, out var entry) && entry.Hash != recorded.Hash)
            _disagreeing.Add(entry);
        _previousHash = recorded.Hash;
    }

    /// <summary>Called once, after the last event.</summary>
    public IEnumerable<Finding> Finish()
    {
        if (_rows.Count == 0 && Told > 0) return [Finding.StreamDeleted(stream, Told)];

        PlaceTheUnreadable();
        return [.. Swapped(), .. Changed(), .. Missing(), .. Unlinked(), .. Disagreeing()];
    }

    // A changed event may claim any seq. It counts as standing where it stands, unless two have changed places.
    private void PlaceTheUnreadable()
    {
        var claims = _rows.ToDictionary(row => row.Place, row => row.Seq);
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            if (row.Intact || (row.Seq != row.Place && claims.GetValueOrDefault(row.Seq) == row.Place)) continue;

            var seq = i == 0 ? row.Place : _rows[i - 1].Seq + row.Place - _rows[i - 1].Place;
            _rows[i] = row with { Seq = seq, Intact = false };
        }
    }

    private IEnumerable<Finding> Swapped()
    {
        var inOrder = _rows.Select(row => row.Seq).Order().ToArray();
        var wrong = Enumerable.Range(0, _rows.Count).Where(i => _rows[i].Seq != inOrder[i]).ToArray();
        foreach (var i in wrong)
        {
            var seq = _rows[i].Seq;
            if (_blamed.Contains(seq)) continue;

            // Its partner, or, when more than two went round, whoever stands where it belongs.
            var partner = _rows[wrong.First(j => inOrder[j] == seq)].Seq;
            _blamed.UnionWith([seq, partner]);
            yield return Finding.EventsSwapped(stream, Math.Min(seq, partner), Math.Max(seq, partner));
        }
    }

    private IEnumerable<Finding> Changed()
    {
        var seen = new HashSet<long>();
        foreach (var row in _rows)
        {
            var twice = !seen.Add(row.Seq); // One event copied over another.
            if ((row.Intact && !twice) || !_blamed.Add(twice ? row.Place : row.Seq)) continue;

            yield return Finding.EventChanged(stream, twice ? row.Place : row.Seq);
        }
    }

    private IEnumerable<Finding> Missing()
    {
        var expected = 1L;
        foreach (var seq in _rows.Select(row => row.Seq).Concat(_blamed).Distinct().Order())
        {
            if (seq > expected) yield return Finding.EventMissing(stream, expected, seq - 1);
            expected = seq + 1;
        }

        if (expected <= Told) yield return Finding.TailCut(stream, expected - 1, Told);
    }

    // The link to a neighbour that is gone, moved or changed is broken by that.
    private IEnumerable<Finding> Unlinked()
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            var (row, before) = (_rows[i], i == 0 ? default : _rows[i - 1]);
            if (row.Linked || row.Seq != before.Seq + 1 || _blamed.Contains(row.Seq) || _blamed.Contains(before.Seq)) continue;

            _blamed.Add(before.Seq);
            yield return Finding.Rechained(stream, Math.Max(before.Seq, 1));
        }
    }

    // A rewritten event changes every hash after it. If a later one agrees, the feed's entry was touched and not the event.
    private IEnumerable<Finding> Disagreeing()
    {
        var open = told.Where(entry => _disagreeing.Contains(entry) && !_blamed.Contains(entry.ToSeq)).ToArray();
        if (open.Length == 0) yield break;

        var lastAgreed = told.Where(entry => !_disagreeing.Contains(entry)).Select(entry => entry.ToSeq).DefaultIfEmpty().Max();
        foreach (var entry in open.Where(entry => entry.ToSeq < lastAgreed))
            yield return Finding.FeedDamaged(entry.Shard, entry.Position);
        if (_blamed.Count == 0 && open.FirstOrDefault(entry => entry.ToSeq > lastAgreed) is { } first)
            yield return Finding.Rechained(stream, first.FromSeq);
    }

    private static Envelope? TryRead(RecordedEvent recorded)
    {
        try
        {
            return EnvelopeJson.Read(recorded.Body.Span);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="Place">Where the store has it.</param>
    /// <param name="Seq">Where its own bytes say it belongs.</param>
    private readonly record struct Row(long Place, long Seq, bool Intact, bool Linked);
}
