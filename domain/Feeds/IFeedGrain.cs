using Supervision.Language;

namespace Supervision.Feeds;

/// <summary>The feed of one shard for gateways: what was recorded, in the order of the shard. Key: the shard's number.</summary>
[Alias("supervision.feed")]
public interface IFeedGrain : IGrainWithIntegerKey
{
    /// <summary>Entries after a position. Waits up to <paramref name="waitMilliseconds"/> (at most 25,000) for the first one.</summary>
    /// <remarks>The gateway alone; rights on what is inside are applied by the registers, not here.</remarks>
    [Alias("read"), Orleans.Concurrency.AlwaysInterleave]
    Task<FeedPage> ReadAsync(Caller caller, long after, int entriesMax, int waitMilliseconds);
}

/// <param name="Entries">In order, without gaps; empty when nothing came in time.</param>
/// <param name="End">The newest position of the shard when the page was read.</param>
[GenerateSerializer, Immutable, Alias("FeedPage")]
public sealed record FeedPage(
    [property: Id(0)] string StoreId, [property: Id(1)] IReadOnlyList<FeedItem> Entries, [property: Id(2)] long End);

/// <summary>One append: the facts of one command in one stream.</summary>
/// <param name="Stream">The actor's id, such as <c>task/xinyang-2023-2025-08</c>.</param>
[GenerateSerializer, Immutable, Alias("FeedItem")]
public sealed record FeedItem(
    [property: Id(0)] long Position, [property: Id(1)] string Stream, [property: Id(2)] IReadOnlyList<FeedFact> Facts);

/// <summary>A recorded fact as it stands in the ledger.</summary>
/// <param name="Json">The fact as UTF-8 JSON; its kind says how to read it.</param>
[GenerateSerializer, Immutable, Alias("FeedFact")]
public sealed record FeedFact(
    [property: Id(0)] long Seq,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] AccountId Account,
    [property: Id(4)] AgencyCode Agency,
    [property: Id(5)] AccountId? OnBehalfOf,
    [property: Id(6)] byte[] Json);
