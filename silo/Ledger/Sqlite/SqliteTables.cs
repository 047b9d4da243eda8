using Microsoft.Data.Sqlite;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>What can be written, on the writer's connection and inside its transaction.</summary>
/// <remarks>It remembers heads and feed ends, which nobody else can move: the folder's lock sees to that.</remarks>
internal sealed class SqliteTables(SqliteConnection connection, int shards) : IDisposable
{
    /// <summary>Streams whose version is remembered; when there are more all are forgotten and asked for again.</summary>
    public const int HeadsMax = 100_000;

    private readonly SqliteReader _reader = new(connection);
    private readonly Dictionary<string, (long Number, long Seq)> _heads = new(StringComparer.Ordinal);
    private readonly long[] _ends = new long[shards];

    private readonly SqliteStatement _stream = new(connection, "INSERT INTO streams (name, shard) VALUES (?, ?) RETURNING number");
    private readonly SqliteStatement _event = new(connection, "INSERT INTO events (stream, seq, hash, body) VALUES (?, ?, ?, ?)");
    private readonly SqliteStatement _feed = new(
        connection, "INSERT INTO feed (shard, position, stream, from_seq, to_seq, hash) VALUES (?, ?, ?, ?, ?, ?)");
    private readonly SqliteStatement _answer = new(connection, """
        INSERT INTO answers (stream, account, key, body_hash, answer, position, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """);
    private readonly SqliteStatement _snapshot = new(
        connection, "INSERT OR REPLACE INTO snapshots (stream, seq, hash, recorded_at, state) VALUES (?, ?, ?, ?, ?)");
    private readonly SqliteStatement _due = new(
        connection, "INSERT OR REPLACE INTO dues (stream, key, shard, at, rule) VALUES (?, ?, ?, ?, ?)");
    private readonly SqliteStatement _dueDone = new(connection, "DELETE FROM dues WHERE stream = ? AND key = ?");
    private readonly SqliteStatement _cursor = new(connection, "INSERT OR REPLACE INTO cursors VALUES (?, ?, ?)");
    private readonly SqliteStatement _park = new(connection, "INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?)");
    private readonly SqliteStatement _unpark = new(
        connection, "DELETE FROM parked WHERE follower = ? AND shard = ? AND position = ? AND target = ?");
    private readonly SqliteStatement _purge = new(
        connection, "DELETE FROM answers WHERE stream BETWEEN ? AND ? AND recorded_at < ?");
    private readonly SqliteStatement _seal = new(connection, "INSERT INTO seals VALUES (?, ?)");

    public long End(int shard) => _ends[shard];

    /// <summary>Forgets what a transaction that failed may have left in memory.</summary>
    public void Reload()
    {
        _heads.Clear();
        for (var shard = 0; shard < shards; shard++) _ends[shard] = _reader.FeedEnd(shard);
    }

    // Nothing is written before the key and the version were looked at, so a refusal leaves the batch as it was.
    public AppendResult Append(Append append, int shard)
    {
        var head = FindHead(append.Stream);
        if (head?.Seq is var seq && (seq ?? 0) != append.ExpectedSeq)
        {
            return FindAnswer(append, shard) is { } kept
                ? new AppendResult.Repeated(kept)
                : throw new LedgerConflictException(append.Stream, append.ExpectedSeq, seq ?? 0);
        }

        var number = head?.Number ?? AddStream(append.Stream, shard);
        var position = _ends[shard] + 1;
        if (!TryAddAnswer(append, number, position)) return new AppendResult.Repeated(FindAnswer(append, shard)!);

        Write(append, number, shard, position);
        _ends[shard] = position;
        _heads[append.Stream] = (number, append.LastSeq);
        return new AppendResult.Appended(new FeedPosition(shard, position));
    }

    public int CompleteDue(string stream, string key) =>
        FindHead(stream) is { } head ? _dueDone.With(1, head.Number).With(2, key).Run() : 0;

    public int SetDue(string stream, DueTime due, int shard) =>
        SetDue(FindHead(stream)?.Number ?? AddStream(stream, shard), due, shard);

    public int MoveCursor(string follower, int shard, long position) =>
        _cursor.With(1, follower).With(2, shard).With(3, position).Run();

    public int Park(ParkedEntry entry) =>
        _park.With(1, entry.Follower).With(2, entry.Shard).With(3, entry.Position).With(4, entry.Target).With(5, entry.Reason).Run();

    public int Unpark(string follower, int shard, long position, string target) =>
        _unpark.With(1, follower).With(2, shard).With(3, position).With(4, target).Run();

    public int PurgeAnswers(long firstStream, long lastStream, DateTimeOffset before) =>
        _purge.With(1, firstStream).With(2, lastStream).With(3, before.UtcTicks).Run();

    public int AppendSeal(StoredSeal seal)
    {
        var last = _reader.Seals() is [.., var newest] ? newest.Number : 0;
        if (seal.Number != last + 1) throw new LedgerConflictException("seals", seal.Number - 1, last);

        return _seal.With(1, seal.Number).With(2, seal.Body.Span).Run();
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_stream, _event, _feed, _answer, _snapshot, _due, _dueDone, _cursor, _park, _unpark, _purge, _seal])
            statement.Dispose();
        _reader.Dispose();
    }

    private void Write(Append append, long number, int shard, long position)
    {
        foreach (var recorded in append.Events)
            _event.With(1, number).With(2, recorded.Seq).With(3, recorded.Hash).With(4, recorded.Body.Span).Run();

        _feed.With(1, shard).With(2, position).With(3, append.Stream)
            .With(4, append.ExpectedSeq + 1).With(5, append.LastSeq).With(6, append.Events[^1].Hash).Run();

        if (append.Snapshot is { } snapshot)
        {
            _snapshot.With(1, number).With(2, snapshot.Seq).With(3, snapshot.Hash)
                .With(4, snapshot.RecordedAt.UtcTicks).With(5, snapshot.State.Span).Run();
        }

        foreach (var key in append.DuesCompleted) _dueDone.With(1, number).With(2, key).Run();
        foreach (var due in append.DuesSet) SetDue(number, due, shard);
    }

    private int SetDue(long number, DueTime due, int shard) =>
        _due.With(1, number).With(2, due.Key).With(3, shard).With(4, due.At.UtcTicks).With(5, due.Rule).Run();

    private bool TryAddAnswer(Append append, long number, long position) =>
        _answer.With(1, number).With(2, append.Account).With(3, append.CommandKey).With(4, append.BodyHash)
            .With(5, append.Answer).With(6, position).With(7, append.RecordedAt.UtcTicks).Run() == 1;

    private KeptAnswer? FindAnswer(Append append, int shard) =>
        _reader.FindAnswer(append.Stream, append.Account, append.CommandKey, shard);

    private long AddStream(string stream, int shard)
    {
        var number = 0L;
        _stream.With(1, stream).With(2, shard);
        while (_stream.Step()) number = _stream.Integer(0); // To the end: the row is only in when the statement is done.
        return number;
    }

    private (long Number, long Seq)? FindHead(string stream)
    {
        if (_heads.TryGetValue(stream, out var known)) return known;
        if (_reader.FindHead(stream) is not { } found) return null;

        if (_heads.Count >= HeadsMax) _heads.Clear();
        return _heads[stream] = found;
    }
}
