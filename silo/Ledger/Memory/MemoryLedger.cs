using System.Runtime.CompilerServices;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>For tests and simulation: keeps everything until the process ends, and is the model the others are compared with.</summary>
internal sealed class MemoryLedger(StoreInfo store) : ILedger
{
    private readonly MemoryShard[] _shards = [.. Enumerable.Range(0, store.Shards).Select(_ => new MemoryShard())];
    private readonly Dictionary<(string Follower, int Shard), long> _cursors = [];
    private readonly Dictionary<(string Follower, int Shard, long Position, string Target), string> _parked = [];
    private readonly List<StoredSeal> _seals = [];
    private readonly FeedSignals _signals = new(store.Shards);
    private readonly Lock _lock = new();

    public MemoryLedger() : this(new StoreInfo("memory", StoreInfo.ShardsDefault, Ledger.Digest.Sha256, StoreKind.Demo, default)) { }

    public StoreInfo Store => store;

    public int ShardOf(string stream) => StreamName.ShardOf(stream, store.Shards);

    public Task<Loaded> LoadAsync(string stream, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(Shard(stream).Streams.TryGetValue(stream, out var found)
                ? new Loaded(found.Snapshot, [.. found.Events.Skip((int)(found.Snapshot?.Seq ?? 0))])
                : new Loaded(null, []));
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAsync(
        string stream, long afterSeq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        RecordedEvent[] events;
        lock (_lock) events = Shard(stream).Streams.TryGetValue(stream, out var found) ? [.. found.Events.Skip((int)afterSeq)] : [];
        foreach (var recorded in events) yield return recorded;
    }

    public Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key)
    {
        lock (_lock) return Task.FromResult(Shard(stream).FindAnswer(stream, account, key));
    }

    public Task<AppendResult> AppendAsync(Append append)
    {
        append.Check();
        var shard = ShardOf(append.Stream);
        lock (_lock)
        {
            if (_shards[shard].FindAnswer(append.Stream, append.Account, append.CommandKey) is { } kept)
                return Task.FromResult<AppendResult>(new AppendResult.Repeated(kept));

            var position = new FeedPosition(shard, _shards[shard].Append(append, shard));
            _signals.Advance(shard, position.Position);
            return Task.FromResult<AppendResult>(new AppendResult.Appended(position));
        }
    }

    public Task CompleteDueAsync(string stream, string key)
    {
        lock (_lock) Shard(stream).Dues.Remove((stream, key));
        return Task.CompletedTask;
    }

    public Task SetDueAsync(string stream, DueTime due)
    {
        lock (_lock) Shard(stream).Dues[(stream, due.Key)] = new DueEntry(stream, due.Key, due.At, due.Rule);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DueEntry>> ListDueAsync(int shard, DateTimeOffset now, int max)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<DueEntry>>(
                [.. _shards[shard].Dues.Values.Where(due => due.At <= now).OrderBy(due => due.At).Take(max)]);
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(int shard)
    {
        lock (_lock) return Task.FromResult(_shards[shard].Dues.Values.Min(due => (DateTimeOffset?)due.At));
    }

    public async IAsyncEnumerable<DueEntry> ListAllDuesAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var due in await ListDueAsync(shard, DateTimeOffset.MaxValue, int.MaxValue)) yield return due;
    }

    public Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(int shard, long after, int max)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<FeedEntry>>([.. _shards[shard].Feed.Skip((int)after).Take(max)]);
    }

    public Task<long> FeedEndAsync(int shard)
    {
        lock (_lock) return Task.FromResult((long)_shards[shard].Feed.Count);
    }

    public Task WaitForFeedAsync(int shard, long after, CancellationToken cancellation) =>
        _signals.WaitAsync(shard, after, cancellation);

    public Task<long> FindCursorAsync(string follower, int shard)
    {
        lock (_lock) return Task.FromResult(_cursors.GetValueOrDefault((follower, shard)));
    }

    public Task MoveCursorAsync(string follower, int shard, long position)
    {
        lock (_lock) _cursors[(follower, shard)] = position;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<FollowerCursor>> ListCursorsAsync()
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FollowerCursor>>(
                [.. _cursors.Select(at => new FollowerCursor(at.Key.Follower, at.Key.Shard, at.Value))]);
        }
    }

    public Task ParkAsync(string follower, int shard, long position, string target, string reason)
    {
        lock (_lock) _parked[(follower, shard, position, target)] = reason;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ParkedEntry>> ListParkedAsync(string follower)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ParkedEntry>>(
            [
                .. from entry in _parked
                   where entry.Key.Follower == follower
                   orderby entry.Key.Shard, entry.Key.Position
                   select new ParkedEntry(follower, entry.Key.Shard, entry.Key.Position, entry.Key.Target, entry.Value),
            ]);
        }
    }

    public Task UnparkAsync(string follower, int shard, long position, string target)
    {
        lock (_lock) _parked.Remove((follower, shard, position, target));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListStreamsAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        string[] names;
        lock (_lock) names = [.. _shards[shard].Streams.Keys];
        foreach (var name in names) yield return name;
    }

    public Task<long> PurgeAnswersAsync(DateTimeOffset before)
    {
        lock (_lock) return Task.FromResult(_shards.Sum(shard => shard.PurgeAnswers(before)));
    }

    public Task AppendSealAsync(StoredSeal seal)
    {
        lock (_lock)
        {
            if (seal.Number != _seals.Count + 1) throw new LedgerConflictException("seals", seal.Number - 1, _seals.Count);

            _seals.Add(seal);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredSeal>> ListSealsAsync()
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<StoredSeal>>([.. _seals]);
    }

    public ValueTask DisposeAsync()
    {
        _signals.Dispose();
        return ValueTask.CompletedTask;
    }

    private MemoryShard Shard(string stream) => _shards[ShardOf(stream)];
}
