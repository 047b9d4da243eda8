using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Supervision.Silo.Actors;
using Supervision.Silo.Hosting;

namespace Supervision.Silo.Clock;

/// <summary>Keeps the clocks of all shards going, on every silo; two silos asking the same clock is harmless.</summary>
internal sealed class ClockKeeper(IGrainFactory grains, ActorServices services, StoreGate gate, ILogger<ClockKeeper> log) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.PassAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, services.Clock);
        do
        {
            try
            {
                await Task.WhenAll(Enumerable.Range(0, services.Ledger.Store.Shards).Select(PumpAsync));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The clocks could not be asked; tried again in {Period}", Period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A look at the index is cheaper than a call: only shards with something due are asked.
    private async Task PumpAsync(int shard)
    {
        if (await services.Ledger.NextDueAsync(shard) <= services.Clock.GetUtcNow())
            await grains.GetGrain<IShardClockGrain>(shard).PumpAsync();
    }
}
