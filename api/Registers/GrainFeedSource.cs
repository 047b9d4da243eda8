using Supervision.Api.Security;
using Supervision.Feeds;

namespace Supervision.Api.Registers;

/// <summary>Reads the feeds through their actors, as the gateway.</summary>
internal sealed class GrainFeedSource(IGrainFactory grains, Callers callers) : IFeedSource
{
    public Task<StoreView> DescribeAsync(CancellationToken cancellation) =>
        grains.GetGrain<ILedgerGrain>(0).ViewAsync(callers.Gateway()).WaitAsync(cancellation);

    // A read that is abandoned at shutdown ends by itself when its wait is over.
    public Task<FeedPage> ReadAsync(
        int shard, long after, int entriesMax, TimeSpan wait, CancellationToken cancellation) => grains
            .GetGrain<IFeedGrain>(shard)
            .ReadAsync(callers.Gateway(), after, entriesMax, (int)wait.TotalMilliseconds)
            .WaitAsync(cancellation);
}
