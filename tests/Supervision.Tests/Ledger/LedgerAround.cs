using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>Passes everything on to the ledger below; a test or a measurement says what is to be different.</summary>
internal abstract class LedgerAround(ILedger below) : ILedger
{
    public StoreInfo Store => below.Store;

    protected ILedger Below => below;

    public virtual Task<AppendResult> AppendAsync(Append append) => below.AppendAsync(append);

    public virtual Task<Loaded> LoadAsync(string stream, CancellationToken cancellation) => below.LoadAsync(stream, cancellation);

    public virtual Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key) =>
        below.FindAnswerAsync(stream, account, key);

    public virtual Task CompleteDueAsync(string stream, string key) => below.CompleteDueAsync(stream, key);

    public int ShardOf(string stream) => below.ShardOf(stream);

    public IAsyncEnumerable<RecordedEvent> ReadAsync(string stream, long afterSeq, CancellationToken cancellation) =>
        below.ReadAsync(stream, afterSeq, cancellation);

    public Task SetDueAsync(string stream, DueTime due) => below.SetDueAsync(stream, due);

    public Task<IReadOnlyList<DueEntry>> ListDueAsync(int shard, DateTimeOffset now, int max) => below.ListDueAsync(shard, now, max);

    public Task<DateTimeOffset?> NextDueAsync(int shard) => below.NextDueAsync(shard);

    public IAsyncEnumerable<DueEntry> ListAllDuesAsync(int shard, CancellationToken cancellation) => below.ListAllDuesAsync(shard, cancellation);

    public Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(int shard, long after, int max) => below.ReadFeedAsync(shard, after, max);

    public Task<long> FeedEndAsync(int shard) => below.FeedEndAsync(shard);

    public Task WaitForFeedAsync(int shard, long after, CancellationToken cancellation) => below.WaitForFeedAsync(shard, after, cancellation);

    public Task<long> FindCursorAsync(string follower, int shard) => below.FindCursorAsync(follower, shard);

    public virtual Task MoveCursorAsync(string follower, int shard, long position) => below.MoveCursorAsync(follower, shard, position);

    public Task<IReadOnlyList<FollowerCursor>> ListCursorsAsync() => below.ListCursorsAsync();

    public virtual Task ParkAsync(string follower, int shard, long position, string target, string reason) =>
        below.ParkAsync(follower, shard, position, target, reason);

    public Task<IReadOnlyList<ParkedEntry>> ListParkedAsync(string follower) => below.ListParkedAsync(follower);

    public Task UnparkAsync(string follower, int shard, long position, string target) =>
        below.UnparkAsync(follower, shard, position, target);

    public IAsyncEnumerable<string> ListStreamsAsync(int shard, CancellationToken cancellation) =>
        below.ListStreamsAsync(shard, cancellation);

    public Task<long> PurgeAnswersAsync(DateTimeOffset before) => below.PurgeAnswersAsync(before);

    public Task AppendSealAsync(StoredSeal seal) => below.AppendSealAsync(seal);

    public Task<IReadOnlyList<StoredSeal>> ListSealsAsync() => below.ListSealsAsync();

    public ValueTask DisposeAsync() => below.DisposeAsync();
}
