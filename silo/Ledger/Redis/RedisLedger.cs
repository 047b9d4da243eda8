using System.Globalization;
using System.Runtime.CompilerServices;
using StackExchange.Redis;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>The ledger of a cluster. Redis is its group commit: scripts that arrive together share a flush.</summary>
/// <remarks>Where everything lies: <see cref="RedisKeys"/>.</remarks>
internal sealed class RedisLedger : ILedger
{
    public const int PageMax = 500;

    /// <summary>A message can be lost; nobody waits longer than this for an entry that is there.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    private readonly RedisConnection _redis;
    private readonly RedisKeys _keys;
    private readonly FeedSignals _signals;
    private readonly CancellationTokenSource _closed = new();

    private RedisLedger(RedisConnection redis, RedisKeys keys, StoreInfo store)
    {
        (_redis, _keys, Store) = (redis, keys, store);
        _signals = new FeedSignals(store.Shards);
    }

    public StoreInfo Store { get; }

    /// <summary>Makes an empty store and opens it.</summary>
    public static async Task<RedisLedger> CreateAsync(RedisLedgerOptions options, StoreInfo store)
    {
        await using (var redis = await RedisConnection.OpenAsync(options))
        {
            var key = new RedisKeys(options.Prefix, 0).Store;
            if (!await redis.AskAsync(it => RedisStore.TryWriteAsync(it, key, store.Checked())))
                throw new InvalidOperationException($"Redis holds a ledger under \"{options.Prefix}\" already. Open it, or choose another prefix.");
        }

        return await OpenAsync(options);
    }

    /// <summary>For the first member of a new cluster; of several that begin at once, one makes the store.</summary>
    public static async Task<RedisLedger> OpenOrCreateAsync(RedisLedgerOptions options, StoreInfo store)
    {
        await using (var redis = await RedisConnection.OpenAsync(options))
            await redis.AskAsync(it => RedisStore.TryWriteAsync(it, new RedisKeys(options.Prefix, 0).Store, store.Checked()));

        return await OpenAsync(options);
    }

    public static async Task<RedisLedger> OpenAsync(RedisLedgerOptions options)
    {
        var redis = await RedisConnection.OpenAsync(options);
        try
        {
            var store = await redis.AskAsync(it => RedisStore.FindAsync(it, new RedisKeys(options.Prefix, 0).Store))
                ?? throw new InvalidOperationException($"Redis holds no ledger under \"{options.Prefix}\". Make one with init.");
            var ledger = new RedisLedger(redis, new RedisKeys(options.Prefix, store.Shards), store);
            await redis.ListenAsync(ledger._keys.Moved, ledger.Heard);
            return ledger;
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    public int ShardOf(string stream) => StreamName.ShardOf(stream, Store.Shards);

    public async Task<Loaded> LoadAsync(string stream, CancellationToken cancellation)
    {
        var shard = ShardOf(stream);
        var found = await _redis.RunAsync(RedisScripts.Load, [_keys.Snapshot(shard, stream), _keys.Events(shard, stream)], []);
        var (fields, lines) = ((RedisValue[])found[0]!, (RedisValue[])found[1]!);
        var snapshot = fields[0].IsNull
            ? null
            : new Snapshot((long)fields[0], fields[1].ToString(), RedisAppend.Instant(fields[2].ToString()), fields[3]);
        return new Loaded(snapshot, [.. lines.Select((line, n) => RedisAppend.ReadLine((snapshot?.Seq ?? 0) + n + 1, line))]);
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAsync(
        string stream, long afterSeq, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var key = _keys.Events(ShardOf(stream), stream);
        while (await _redis.AskAsync(redis => redis.ListRangeAsync(key, afterSeq, afterSeq + PageMax - 1)) is { Length: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in page) yield return RedisAppend.ReadLine(++afterSeq, line);
        }
    }

    public async Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key)
    {
        var shard = ShardOf(stream);
        var found = await _redis.AskAsync(redis => redis.StringGetAsync(_keys.Answer(shard, stream, account, key)));
        return found.IsNull ? null : RedisAppend.ReadAnswer(shard, found).Answer;
    }

    public async Task<AppendResult> AppendAsync(Append append)
    {
        append.Check();
        var shard = ShardOf(append.Stream);
        var outcome = await _redis.RunAsync(
            RedisScripts.Append, RedisAppend.Keys(_keys, shard, append), RedisAppend.Arguments(_keys, shard, append));

        switch ((string)outcome[0]!)
        {
            case "repeated":
                return new AppendResult.Repeated(RedisAppend.ReadAnswer(shard, (RedisValue)outcome[1]).Answer);
            case "conflict":
                throw new LedgerConflictException(append.Stream, append.ExpectedSeq, (long)outcome[1]);
            default:
                var position = new FeedPosition(shard, (long)outcome[1]);
                _signals.Advance(shard, position.Position);
                return new AppendResult.Appended(position);
        }
    }

    public Task CompleteDueAsync(string stream, string key)
    {
        var shard = ShardOf(stream);
        return _redis.RunAsync(
            RedisScripts.CompleteDue, [_keys.Times(shard), _keys.Dues(shard)], [RedisAppend.Due(stream, key)]);
    }

    public Task SetDueAsync(string stream, DueTime due)
    {
        var shard = ShardOf(stream);
        return _redis.RunAsync(
            RedisScripts.SetDue, [_keys.Times(shard), _keys.Dues(shard)],
            [RedisAppend.Due(stream, due.Key), due.At.ToUnixTimeMilliseconds(), RedisAppend.DueValue(due)]);
    }

    public async Task<IReadOnlyList<DueEntry>> ListDueAsync(int shard, DateTimeOffset now, int max)
    {
        var members = await _redis.AskAsync(redis => redis.SortedSetRangeByScoreAsync(
            _keys.Times(shard), stop: now.ToUnixTimeMilliseconds(), take: max));
        if (members.Length == 0) return [];

        // The score has milliseconds, the hash the instant itself.
        var values = await _redis.AskAsync(redis => redis.HashGetAsync(_keys.Dues(shard), members));
        return [.. members.Zip(values, RedisAppend.ReadDue).OfType<DueEntry>().Where(due => due.At <= now).OrderBy(due => due.At)];
    }

    public async Task<DateTimeOffset?> NextDueAsync(int shard)
    {
        var first = await _redis.AskAsync(redis => redis.SortedSetRangeByRankAsync(_keys.Times(shard), 0, 0));
        if (first is not [var member]) return null;

        return RedisAppend.ReadDue(member, await _redis.AskAsync(redis => redis.HashGetAsync(_keys.Dues(shard), member)))?.At;
    }

    public async IAsyncEnumerable<DueEntry> ListAllDuesAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var entries = await _redis.AskAsync(redis => redis.HashGetAllAsync(_keys.Dues(shard)));
        foreach (var entry in entries)
            if (RedisAppend.ReadDue(entry.Name, entry.Value) is { } due) yield return due;
    }

    public async Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(int shard, long after, int max)
    {
        var lines = await _redis.AskAsync(redis => redis.ListRangeAsync(_keys.Feed(shard), after, after + max - 1));
        return [.. lines.Select(line => RedisAppend.ReadEntry(shard, line))];
    }

    public Task<long> FeedEndAsync(int shard) => _redis.AskAsync(redis => redis.ListLengthAsync(_keys.Feed(shard)));

    public async Task WaitForFeedAsync(int shard, long after, CancellationToken cancellation)
    {
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closed.Token);
            patience.CancelAfter(PollEvery);
            try
            {
                await _signals.WaitAsync(shard, after, patience.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && !_closed.IsCancellationRequested)
            {
                _signals.Advance(shard, await FeedEndAsync(shard));
            }
        }
    }

    public async Task<long> FindCursorAsync(string follower, int shard) =>
        (long)await _redis.AskAsync(redis => redis.HashGetAsync(_keys.Cursors(shard), follower));

    public Task MoveCursorAsync(string follower, int shard, long position) =>
        _redis.AskAsync(redis => redis.HashSetAsync(_keys.Cursors(shard), follower, position));

    public async Task<IReadOnlyList<FollowerCursor>> ListCursorsAsync()
    {
        var shards = await OfEveryShardAsync(_keys.Cursors);
        return [.. shards.SelectMany((entries, shard) =>
            entries.Select(entry => new FollowerCursor(entry.Name.ToString(), shard, (long)entry.Value)))];
    }

    public Task ParkAsync(string follower, int shard, long position, string target, string reason) =>
        _redis.AskAsync(redis => redis.HashSetAsync(_keys.Parked(shard), $"{follower}\n{position}\n{target}", reason));

    public async Task<IReadOnlyList<ParkedEntry>> ListParkedAsync(string follower)
    {
        var shards = await OfEveryShardAsync(_keys.Parked);
        return
        [
            .. shards.SelectMany((entries, shard) =>
                    from entry in entries
                    let name = entry.Name.ToString().Split('\n', 3)
                    where name[0] == follower
                    select new ParkedEntry(
                        follower, shard, long.Parse(name[1], CultureInfo.InvariantCulture), name[2], entry.Value.ToString()))
                .OrderBy(entry => entry.Shard).ThenBy(entry => entry.Position),
        ];
    }

    public Task UnparkAsync(string follower, int shard, long position, string target) =>
        _redis.AskAsync(redis => redis.HashDeleteAsync(_keys.Parked(shard), $"{follower}\n{position}\n{target}"));

    public async IAsyncEnumerable<string> ListStreamsAsync(int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var scan = await _redis.AskAsync(redis => Task.FromResult(redis.SetScanAsync(_keys.Streams(shard), pageSize: PageMax)));
        await foreach (var stream in scan.WithCancellation(cancellation)) yield return stream.ToString();
    }

    // Redis forgets answers by itself after the retention; this is for forgetting some earlier.
    public async Task<long> PurgeAnswersAsync(DateTimeOffset before)
    {
        var purged = 0L;
        await foreach (var key in _redis.ScanAsync(_keys.AnswersPattern))
        {
            var value = await _redis.AskAsync(redis => redis.StringGetAsync(key));
            if (!value.IsNull && RedisAppend.ReadAnswer(0, value).RecordedAt < before
                && await _redis.AskAsync(redis => redis.KeyDeleteAsync(key)))
            {
                purged++;
            }
        }

        return purged;
    }

    public async Task AppendSealAsync(StoredSeal seal)
    {
        var last = (long)await _redis.RunAsync(RedisScripts.AppendSeal, [_keys.Seals], [seal.Number, seal.Body]);
        if (last + 1 != seal.Number) throw new LedgerConflictException("seals", seal.Number - 1, last);
    }

    public async Task<IReadOnlyList<StoredSeal>> ListSealsAsync() =>
        [.. (await _redis.AskAsync(redis => redis.ListRangeAsync(_keys.Seals))).Select((body, n) => new StoredSeal(n + 1, body))];

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _signals.Dispose();
        await _redis.DisposeAsync();
        _closed.Dispose();
    }

    private Task<HashEntry[][]> OfEveryShardAsync(Func<int, RedisKey> key) =>
        Task.WhenAll(Enumerable.Range(0, Store.Shards).Select(shard => _redis.AskAsync(redis => redis.HashGetAllAsync(key(shard)))));

    private void Heard(RedisValue message)
    {
        var parts = message.ToString().Split('\n');
        _signals.Advance(
            int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
