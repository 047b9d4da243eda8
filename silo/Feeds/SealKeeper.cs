using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Supervision.Feeds;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;

namespace Supervision.Silo.Feeds;

/// <summary>Seals the ledger once a day, if anything has been recorded since the last seal. One ledger actor does it, whoever asks.</summary>
internal sealed class SealKeeper(IGrainFactory grains, ActorServices services, SystemCallers callers, ILogger<SealKeeper> log)
    : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, services.Clock);
        do
        {
            try
            {
                if (await IsDueAsync()) await grains.GetGrain<ILedgerGrain>(0).SealAsync(callers.Clock);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The ledger was not sealed; tried again in {LookEvery}", LookEvery);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> IsDueAsync()
    {
        var seals = await services.Ledger.ListSealsAsync();
        if (seals is not [.., var newest]) return true;

        return Ledger.Seal.Read(newest) is { } seal && services.Clock.GetUtcNow() - seal.SealedAt >= Period;
    }
}
