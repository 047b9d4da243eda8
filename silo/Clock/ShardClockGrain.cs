using System.Globalization;
using Microsoft.Extensions.Logging;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Callers;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Clock;

/// <summary>The clock of one shard: wakes what is due. Key: the shard's number.</summary>
internal interface IShardClockGrain : IGrainWithIntegerKey
{
    /// <summary>Fires everything that is due now, oldest first. Returns how many were fired.</summary>
    Task<int> PumpAsync();
}

/// <remarks>
/// At least once: a due time stays in the index until the actor's append, or the actor itself, takes it out. What the
/// actor throws stays too and is tried again at the next pump.
/// </remarks>
[GrainType("shard-clock")]
internal sealed class ShardClockGrain(ActorServices services, SystemCallers callers, ILogger<ShardClockGrain> log)
    : Grain, IShardClockGrain
{
    public const int BatchMax = 500;
    public const int AtOnceMax = 64;

    public async Task<int> PumpAsync()
    {
        var shard = (int)this.GetPrimaryKeyLong();
        var fired = 0;
        for (; ; )
        {
            var due = await services.Ledger.ListDueAsync(shard, services.Clock.GetUtcNow(), BatchMax);
            var done = 0;
            foreach (var some in due.Chunk(AtOnceMax))
                done += (await Task.WhenAll(some.Select(FireAsync))).Count(ok => ok);

            fired += done;
            if (due.Count < BatchMax || done == 0) return fired;
        }
    }

    private async Task<bool> FireAsync(DueEntry due)
    {
        try
        {
            await GrainFactory.GetGrain(GrainId.Parse(due.Stream, CultureInfo.InvariantCulture)).AsReference<IStreamGrain>()
                .FireAsync(callers.Clock, due.Key);
            Telemetry.Fired.Add(1);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One actor that cannot be woken must not keep the others asleep.
            log.LogError(e, "Due {Key} of {Stream} was not fired and stays due", due.Key, due.Stream);
            return false;
        }
    }
}
