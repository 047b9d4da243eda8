using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>Append-only streams of events, the feed that tells of them, and the due times they set.</summary>
/// <remarks>
/// One stream, one grain, one writer. Every implementation passes <c>LedgerContract</c> in tests/, so memory, SQLite and
/// Redis cannot drift apart. A method that cannot reach its store throws <see cref="LedgerUnavailableException"/>.
/// </remarks>
internal interface ILedger : IAsyncDisposable
{
    /// <summary>How long the answer to a command is kept at least.</summary>
    static readonly TimeSpan AnswerRetention = TimeSpan.FromDays(30);

    StoreInfo Store { get; }

    /// <summary>Where a stream lives; see <see cref="StreamName.ShardOf"/>.</summary>
    int ShardOf(string stream);

    /// <summary>The newest snapshot and every event after it, in one go; both empty when there is no such stream.</summary>
    Task<Loaded> LoadAsync(string stream, CancellationToken cancellation);

    /// <summary>The events after <paramref name="afterSeq"/> in order; the whole stream after 0.</summary>
    IAsyncEnumerable<RecordedEvent> ReadAsync(string stream, long afterSeq, CancellationToken cancellation);

    /// <summary>The answer kept for a command that was appended to this stream, or null.</summary>
    Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key);

    /// <summary>One atomic write: all of it is durable when this returns, or none of it ever.</summary>
    /// <remarks>A key that was answered before is looked for first, then the version is compared. After any other
    /// exception the outcome is unknown: the caller drops its state and reads again.</remarks>
    /// <exception cref="LedgerConflictException">The stream was not at the expected version. Nothing was written.</exception>
    Task<AppendResult> AppendAsync(Append append);

    /// <summary>A due time came and nothing was to be recorded. Twice is as good as once.</summary>
    Task CompleteDueAsync(string stream, string key);

    /// <summary>Sets a due time outside an append: only for a store that is being put back from an export.</summary>
    Task SetDueAsync(string stream, DueTime due);

    /// <summary>What is due at <paramref name="now"/>, earliest first; equal instants in no particular order.</summary>
    Task<IReadOnlyList<DueEntry>> ListDueAsync(int shard, DateTimeOffset now, int max);

    /// <summary>The earliest due time of the shard, past or to come; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(int shard);

    /// <summary>Every due time of the shard, for export.</summary>
    IAsyncEnumerable<DueEntry> ListAllDuesAsync(int shard, CancellationToken cancellation);

    /// <summary>The feed after <paramref name="after"/>, at most <paramref name="max"/> entries; one entry an append.</summary>
    Task<IReadOnlyList<FeedEntry>> ReadFeedAsync(int shard, long after, int max);

    /// <summary>The position of the newest entry; 0 while there is none.</summary>
    Task<long> FeedEndAsync(int shard);

    /// <summary>Returns when the feed has gone past <paramref name="after"/>; at once when it has already.</summary>
    Task WaitForFeedAsync(int shard, long after, CancellationToken cancellation);

    /// <summary>How far a follower has come; 0 when it has never said so.</summary>
    Task<long> FindCursorAsync(string follower, int shard);

    Task MoveCursorAsync(string follower, int shard, long position);

    Task<IReadOnlyList<FollowerCursor>> ListCursorsAsync();

    /// <summary>Sets an entry aside for one target. Parking it again replaces the reason.</summary>
    Task ParkAsync(string follower, int shard, long position, string target, string reason);

    /// <summary>By shard and position.</summary>
    Task<IReadOnlyList<ParkedEntry>> ListParkedAsync(string follower);

    Task UnparkAsync(string follower, int shard, long position, string target);

    /// <summary>Every stream of the shard, in no particular order, each at least once.</summary>
    IAsyncEnumerable<string> ListStreamsAsync(int shard, CancellationToken cancellation);

    /// <summary>Forgets answers recorded before <paramref name="before"/>; returns how many.</summary>
    Task<long> PurgeAnswersAsync(DateTimeOffset before);

    /// <summary>Adds a seal.</summary>
    /// <exception cref="LedgerConflictException">A seal with this number, or none before it, is there.</exception>
    Task AppendSealAsync(StoredSeal seal);

    /// <summary>By number.</summary>
    Task<IReadOnlyList<StoredSeal>> ListSealsAsync();
}

/// <summary>A seal as it lies in the store: the JSON of a signed record, made by the sealer.</summary>
internal sealed record StoredSeal(long Number, ReadOnlyMemory<byte> Body);
