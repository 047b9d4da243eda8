using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Supervision.Feeds;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Feeds;

/// <summary>Seals the ledger once a day, if anything has been recorded since the last seal, and forgets answers that nobody asks for again.</summary>
/// <remarks>One ledger actor seals, whoever asks.</remarks>
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
                if (!await IsDueAsync()) continue;

                await grains.GetGrain<ILedgerGrain>(0).SealAsync(callers.Clock);
                await services.Ledger.PurgeAnswersAsync(services.Clock.GetUtcNow() - ILedger.AnswerRetention);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The ledger was not sealed; tried again in {LookEvery}", LookEvery);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> HasMovedAsync(Seal seal)
    {
        for (var shard = 0; shard < seal.Positions.Count; shard++)
        {
            if (await services.Ledger.FeedEndAsync(shard) > seal.Positions[shard]) return true;
        }

        return false;
    }

    private async Task<bool> IsDueAsync()
    {
        var seals = await services.Ledger.ListSealsAsync();
        if (seals is not [.., var newest]) return true;

        return Seal.Read(newest) is { } seal && services.Clock.GetUtcNow() - seal.SealedAt >= Period && await HasMovedAsync(seal);
    }
}
