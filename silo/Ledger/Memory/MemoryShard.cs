using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>What a <see cref="MemoryLedger"/> keeps of one shard. Its lock is held by the ledger.</summary>
internal sealed class MemoryShard
{
    private readonly Dictionary<(string Stream, string Account, string Key), (KeptAnswer Answer, DateTimeOffset RecordedAt)> _answers = [];

    public Dictionary<string, StoredStream> Streams { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Stream, string Key), DueEntry> Dues { get; } = [];

    public List<FeedEntry> Feed { get; } = [];

    public KeptAnswer? FindAnswer(string stream, string account, string key) =>
        _answers.TryGetValue((stream, account, key), out var kept) ? kept.Answer : null;

    /// <summary>Returns the position in the feed.</summary>
    public long Append(Append append, int shard)
    {
        var known = Streams.TryGetValue(append.Stream, out var found) ? found : new StoredStream();
        if (known.Events.Count != append.ExpectedSeq)
            throw new LedgerConflictException(append.Stream, append.ExpectedSeq, known.Events.Count);

        Streams[append.Stream] = known;
        known.Events.AddRange(append.Events);
        known.Snapshot = append.Snapshot ?? known.Snapshot;

        foreach (var key in append.DuesCompleted) Dues.Remove((append.Stream, key));
        foreach (var due in append.DuesSet)
            Dues[(append.Stream, due.Key)] = new DueEntry(append.Stream, due.Key, due.At, due.Rule);

        var position = Feed.Count + 1;
        Feed.Add(new FeedEntry(shard, position, append.Stream, append.ExpectedSeq + 1, append.LastSeq, append.Events[^1].Hash));
        _answers[(append.Stream, append.Account, append.CommandKey)] =
            (new KeptAnswer(append.BodyHash, append.Answer, new FeedPosition(shard, position)), append.RecordedAt);
        return position;
    }

    public long PurgeAnswers(DateTimeOffset before)
    {
        var old = _answers.Where(kept => kept.Value.RecordedAt < before).Select(kept => kept.Key).ToArray();
        foreach (var key in old) _answers.Remove(key);
        return old.Length;
    }

    internal sealed class StoredStream
    {
        public List<RecordedEvent> Events { get; } = [];

        public Snapshot? Snapshot { get; set; }
    }
}
