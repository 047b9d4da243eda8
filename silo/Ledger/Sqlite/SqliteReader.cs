using Microsoft.Data.Sqlite;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>One connection that reads, with its statements. Used by one caller at a time; see <see cref="SqliteReaders"/>.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public StoreInfo Store() => SqliteFile.ReadStore(connection);

    public Loaded Load(string stream)
    {
        if (FindNumber(stream) is not { } number) return new Loaded(null, []);

        var snapshot = Prepare("SELECT seq, hash, recorded_at, state FROM snapshots WHERE stream = ?").With(1, number)
            .First(row => new Snapshot(row.Integer(0), row.Text(1), row.Instant(2), row.Bytes(3)));
        return new Loaded(snapshot, Events(number, snapshot?.Seq ?? 0, int.MaxValue));
    }

    public IReadOnlyList<RecordedEvent> Events(string stream, long afterSeq, int max) =>
        FindNumber(stream) is { } number ? Events(number, afterSeq, max) : [];

    public KeptAnswer? FindAnswer(string stream, string account, string key, int shard) =>
        Prepare("""
            SELECT body_hash, answer, position FROM answers
            WHERE stream = (SELECT number FROM streams WHERE name = ?) AND account = ? AND key = ?
            """).With(1, stream).With(2, account).With(3, key)
            .First(row => new KeptAnswer(row.Text(0), row.Text(1), new FeedPosition(shard, row.Integer(2))));

    public IReadOnlyList<DueEntry> Dues(int shard, DateTimeOffset now, int max) =>
        Prepare("""
            SELECT name, key, at, rule FROM dues JOIN streams ON number = stream
            WHERE dues.shard = ? AND at <= ? ORDER BY at LIMIT ?
            """).With(1, shard).With(2, now.UtcTicks).With(3, max)
            .All(row => new DueEntry(row.Text(0), row.Text(1), row.Instant(2), row.Text(3)));

    public DateTimeOffset? NextDue(int shard) =>
        Prepare("SELECT at FROM dues WHERE shard = ? ORDER BY at LIMIT 1").With(1, shard)
            .First(row => (DateTimeOffset?)row.Instant(0));

    public IReadOnlyList<FeedEntry> Feed(int shard, long after, int max) =>
        Prepare("""
            SELECT position, stream, from_seq, to_seq, hash FROM feed WHERE shard = ? AND position > ? ORDER BY position LIMIT ?
            """).With(1, shard).With(2, after).With(3, max)
            .All(row => new FeedEntry(
                shard, row.Integer(0), row.Text(1), row.Integer(2), row.Integer(3), row.Text(4)));

    public long FeedEnd(int shard) =>
        Prepare("SELECT position FROM feed WHERE shard = ? ORDER BY position DESC LIMIT 1").With(1, shard)
            .First(row => row.Integer(0));

    public long Cursor(string follower, int shard) =>
        Prepare("SELECT position FROM cursors WHERE follower = ? AND shard = ?").With(1, follower).With(2, shard)
            .First(row => row.Integer(0));

    public IReadOnlyList<FollowerCursor> Cursors() =>
        Prepare("SELECT follower, shard, position FROM cursors")
            .All(row => new FollowerCursor(row.Text(0), (int)row.Integer(1), row.Integer(2)));

    public IReadOnlyList<ParkedEntry> Parked(string follower) =>
        Prepare("SELECT shard, position, target, reason FROM parked WHERE follower = ? ORDER BY shard, position")
            .With(1, follower)
            .All(row => new ParkedEntry(follower, (int)row.Integer(0), row.Integer(1), row.Text(2), row.Text(3)));

    public IReadOnlyList<(long Number, string Name)> Streams(int shard, long afterNumber, int max) =>
        Prepare("SELECT number, name FROM streams WHERE shard = ? AND number > ? ORDER BY number LIMIT ?")
            .With(1, shard).With(2, afterNumber).With(3, max)
            .All(row => (row.Integer(0), row.Text(1)));

    public long LastNumber() =>
        Prepare("SELECT number FROM streams ORDER BY number DESC LIMIT 1").First(row => row.Integer(0));

    public IReadOnlyList<StoredSeal> Seals() =>
        Prepare("SELECT number, body FROM seals ORDER BY number").All(row => new StoredSeal(row.Integer(0), row.Bytes(1)));

    /// <summary>The number of a stream and its last event's seq; null when it was never written.</summary>
    public (long Number, long Seq)? FindHead(string stream) =>
        FindNumber(stream) is { } number
            ? (number, Prepare("SELECT seq FROM events WHERE stream = ? ORDER BY seq DESC LIMIT 1").With(1, number)
                .First(row => row.Integer(0)))
            : null;

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private List<RecordedEvent> Events(long number, long afterSeq, int max) =>
        Prepare("SELECT seq, body, hash FROM events WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?")
            .With(1, number).With(2, afterSeq).With(3, max)
            .All(row => new RecordedEvent(row.Integer(0), row.Bytes(1), row.Text(2)));

    private long? FindNumber(string stream) =>
        Prepare("SELECT number FROM streams WHERE name = ?").With(1, stream).First(row => (long?)row.Integer(0));

    private SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new SqliteStatement(connection, sql);
        return statement;
    }
}
