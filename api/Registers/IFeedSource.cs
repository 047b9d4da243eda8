using Supervision.Feeds;

namespace Supervision.Api.Registers;

/// <summary>Where registers read the feeds from: the cluster, or memory in tests.</summary>
internal interface IFeedSource
{
    Task<StoreView> DescribeAsync(CancellationToken cancellation);

    /// <summary>Entries of a shard after a position; waits for the first one.</summary>
    Task<FeedPage> ReadAsync(int shard, long after, int entriesMax, TimeSpan wait, CancellationToken cancellation);
}
