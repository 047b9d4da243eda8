using System.Runtime.CompilerServices;

namespace Supervision.Silo.Ledger;

/// <summary>The embedded ledger: one file in a folder, one process that writes it. What was answered has reached the disk.</summary>
internal sealed class SqliteLedger : ILedger
{
    /// <summary>Rows fetched at once by a stream of rows; no connection is held between pages.</summary>
    public const int PageMax = 500;

    private readonly SqliteReaders _readers;
    private readonly SqliteWriter? _writer;
    private readonly FolderLock? _lock;
    private readonly FeedSignals _signals;

    private SqliteLedger(string folder, FolderLock? folderLock)
    {
        using (var reader = new SqliteReader(SqliteFile.OpenToRead(folder))) Store = reader.Store();
        _signals = new FeedSignals(Store.Shards);
        _readers = new SqliteReaders(folder);
        _lock = folderLock;
        _writer = folderLock is null ? null : new SqliteWriter(folder, Store.Shards, _signals);
    }

    public StoreInfo Store { get; }

    private SqliteWriter Writer =>
        _writer ?? throw new InvalidOperationException("This ledger was opened to be read. Open it to write, or ask the process that serves it.");

    public static bool Exists(string folder) => File.Exists(SqliteFile.PathIn(folder));

    /// <summary>Makes an empty store and opens it.</summary>
    public static SqliteLedger Create(string folder, StoreInfo store)
    {
        SqliteFile.Create(folder, store.Checked());
        return Open(folder);
    }

    /// <exception cref="InvalidOperationException">There is no ledger, or another process serves it.</exception>
    public static SqliteLedger Open(string folder)
    {
        CheckExists(folder);
        var held = FolderLock.Take(folder);
        try
        {
            return new SqliteLedger(folder, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>For a check or a copy beside whoever serves the folder: takes no lock and refuses every write.</summary>
    public static SqliteLedger OpenToRead(string folder)
    {
        CheckExists(folder);
        return new SqliteLedger(folder, folderLock: null);
    }

    /// <summary>Tells others where to find this process; see <see cref="FolderLock.FindServing"/>.</summary>
    public void Announce(string url) => _lock?.Announce(url);

    public int ShardOf(string stream) => StreamName.ShardOf(stream, Store.Shards);

    public Task<Loaded> LoadAsync(string stream, CancellationToken cancellation) =>
        _readers.ReadAsync(reader => reader.Load(stream), cancellation);

    public async IAsyncEnumerable<RecordedEvent> ReadAsync(
        string stream, long afterSeq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await _readers.ReadAsync(reader => reader.Events(stream, afterSeq, PageMax), cancellation) is { Count: > 0 } page)
        {
            foreach (var recorded in page) yield return recorded;
            afterSeq = page[^1].Seq;
        }
    }

    public Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key) =>
        _readers.ReadAsync(reader => reader.FindAnswer(stream, account, key, ShardOf(stream)));

    public Task<AppendResult> AppendAsync(Append append)
    {
        append.Check();
        var shard = ShardOf(append.Stream);
        return Writer.WriteAsync(tables => tables.Append(append, shard));
    }

    public Task CompleteDueAsync(string stream, string key) => Writer.WriteAsync(tables => tables.CompleteDue(stream, key));

    public Task SetDueAsync(string stream, DueTime due)
    {
        var shard = ShardOf(stream);
        return Writer.WriteAsync(tables => tables.SetDue(stream, due, shard));
    }

    public Task<IReadOnlyList<DueEntry>> ListDueAsync(int shard, DateTimeOffset now, int max) =>
        _readers.ReadAsync(reader => reader.Dues(shard, now, max));

    public Task<DateTimeOffset?> NextDueAsync(int shard) => _readers.ReadAsync(reader => reader.NextDue(shard));

    public async IAsyncEnumerable<DueEntry> ListAllDuesAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var dues = await _readers.ReadAsync(reader => reader.Dues(shard, DateTimeOffset.MaxValue, int.MaxValue), cancellation);
        foreach (var due in dues) yield return due;
    }

    public Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(int shard, long after, int max) =>
        _readers.ReadAsync(reader => reader.Feed(shard, after, max));

    public Task<long> FeedEndAsync(int shard) =>
        _writer is null ? _readers.ReadAsync(reader => reader.FeedEnd(shard)) : Task.FromResult(_signals.End(shard));

    public Task WaitForFeedAsync(int shard, long after, CancellationToken cancellation) =>
        _signals.WaitAsync(shard, after, cancellation);

    public Task<long> FindCursorAsync(string follower, int shard) => _readers.ReadAsync(reader => reader.Cursor(follower, shard));

    public Task MoveCursorAsync(string follower, int shard, long position) =>
        Writer.WriteAsync(tables => tables.MoveCursor(follower, shard, position));

    public Task<IReadOnlyList<FollowerCursor>> ListCursorsAsync() => _readers.ReadAsync(reader => reader.Cursors());

    public Task ParkAsync(string follower, int shard, long position, string target, string reason) =>
        Writer.WriteAsync(tables => tables.Park(new ParkedEntry(follower, shard, position, target, reason)));

    public Task<IReadOnlyList<ParkedEntry>> ListParkedAsync(string follower) =>
        _readers.ReadAsync(reader => reader.Parked(follower));

    public Task UnparkAsync(string follower, int shard, long position, string target) =>
        Writer.WriteAsync(tables => tables.Unpark(follower, shard, position, target));

    public async IAsyncEnumerable<string> ListStreamsAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = 0L;
        while (await _readers.ReadAsync(reader => reader.Streams(shard, after, PageMax), cancellation) is { Count: > 0 } page)
        {
            foreach (var (_, name) in page) yield return name;
            after = page[^1].Number;
        }
    }

    // In pieces, so that no append waits for the whole of it.
    public async Task<long> PurgeAnswersAsync(DateTimeOffset before)
    {
        var purged = 0L;
        var last = await _readers.ReadAsync(reader => reader.LastNumber());
        for (var first = 1L; first <= last; first += PageMax)
        {
            var (from, to) = (first, first + PageMax - 1);
            purged += await Writer.WriteAsync(tables => tables.PurgeAnswers(from, to, before));
        }

        return purged;
    }

    public Task AppendSealAsync(StoredSeal seal) => Writer.WriteAsync(tables => tables.AppendSeal(seal));

    public Task<IReadOnlyList<StoredSeal>> ListSealsAsync() => _readers.ReadAsync(reader => reader.Seals());

    public ValueTask DisposeAsync()
    {
        _signals.Dispose();
        _readers.Dispose();
        _writer?.Dispose();
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void CheckExists(string folder)
    {
        if (!Exists(folder))
            throw new InvalidOperationException($"There is no ledger in {folder}. Make one with init, or give the right folder.");
    }
}
