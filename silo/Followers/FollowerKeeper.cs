using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Supervision.Silo.Actors;
using Supervision.Silo.Hosting;

namespace Supervision.Silo.Followers;

/// <summary>Wakes the followers of all shards whenever their feed moves. Two silos waking the same one is harmless.</summary>
internal sealed class FollowerKeeper(IGrainFactory grains, ActorServices services, StoreGate gate, ILogger<FollowerKeeper> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.PassAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, services.Ledger.Store.Shards).Select(shard => KeepAsync(shard, stoppingToken)));
    }

    private async Task KeepAsync(int shard, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var position = await grains.GetGrain<IShardFollowerGrain>(shard).CatchUpAsync();
                await services.Ledger.WaitForFeedAsync(shard, position, stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The follower of shard {Shard} could not go on; tried again in {After}", shard, AfterFailure);
                await Task.Delay(AfterFailure, services.Clock, stopping);
            }
        }
    }
}
