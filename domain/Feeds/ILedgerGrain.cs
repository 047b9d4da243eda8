using Supervision.Cases;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Feeds;

/// <summary>The ledger as a whole, for auditors and operators. Key: 0.</summary>
[Alias("supervision.ledger")]
public interface ILedgerGrain : IGrainWithIntegerKey
{
    /// <summary>What the store is: its id, kind and size in shards. The gateway may ask.</summary>
    [Alias("store")]
    Task<StoreView> ViewAsync(Caller caller);

    /// <summary>Reads everything and names what it finds. Auditors; null for others. Takes as long as the ledger is large.</summary>
    [Alias("verify")]
    Task<VerifyReport?> VerifyAsync(Caller caller);

    /// <summary>Seals the ledger up to now: with every bulletin, and daily by itself. Auditors and the office's director.</summary>
    /// <returns>Refused with <c>ledger.not-allowed</c>.</returns>
    [Alias("seal")]
    Task<Receipt> SealAsync(Caller caller);

    /// <summary>Feed entries that a follower could not deliver; their targets wait, the rest goes on. Auditors; null for others.</summary>
    [Alias("parked")]
    Task<IReadOnlyList<ParkedView>?> ListParkedAsync(Caller caller);

    /// <summary>Delivers the parked entries of a target again. Auditors do not change anything; the system administrator may.</summary>
    [Alias("retry-parked")]
    Task<Receipt> RetryParkedAsync(Caller caller, string target);

    /// <summary>One case with its proof, for a package of evidence. Auditors and the office's director.</summary>
    /// <returns>Null for others, and for a task that nothing was ever recorded of.</returns>
    [Alias("case"), Orleans.Concurrency.AlwaysInterleave]
    Task<CaseRecords?> FindCaseAsync(Caller caller, TaskId task);
}

/// <param name="Kind"><c>Demo</c> or <c>Production</c>.</param>
[GenerateSerializer, Immutable, Alias("StoreView")]
public sealed record StoreView([property: Id(0)] string StoreId, [property: Id(1)] string Kind, [property: Id(2)] int Shards);

/// <param name="Kind">A stable word, such as event-changed, tail-cut or rolled-back; the list stands in docs/ledger.md.</param>
[GenerateSerializer, Immutable, Alias("VerifyFinding")]
public sealed record VerifyFinding(
    [property: Id(0)] string Kind,
    [property: Id(1)] string? Stream,
    [property: Id(2)] long? Seq,
    [property: Id(3)] string Chinese,
    [property: Id(4)] string English);

/// <param name="UnsealedEntries">Feed entries since the newest seal: chained, but not yet witnessed from outside.</param>
/// <param name="Files">Files of evidence that were compared with their hash.</param>
/// <param name="RemovedFiles">Files whose bytes the law had removed.</param>
[GenerateSerializer, Immutable, Alias("VerifyReport")]
public sealed record VerifyReport(
    [property: Id(0)] IReadOnlyList<VerifyFinding> Findings,
    [property: Id(1)] long Streams,
    [property: Id(2)] long Events,
    [property: Id(3)] long Seals,
    [property: Id(4)] DateTimeOffset? SealedAt,
    [property: Id(5)] long UnsealedEntries,
    [property: Id(6)] long Files = 0,
    [property: Id(7)] long RemovedFiles = 0);

[GenerateSerializer, Immutable, Alias("ParkedView")]
public sealed record ParkedView(
    [property: Id(0)] string Follower, [property: Id(1)] int Shard, [property: Id(2)] long Position,
    [property: Id(3)] string Target, [property: Id(4)] string Reason);
