using Supervision.Api.Live;
using Supervision.Feeds;

namespace Supervision.Api.Registers;

/// <summary>Follows the feeds of all shards for as long as the gateway runs. An idle shard costs a call in twenty seconds.</summary>
internal sealed class RegisterFollower(
    IFeedSource source, RegisterWriter writer, RegisterPositions positions, LiveBoard live, RegisterSettings settings,
    TimeProvider time, ILogger<RegisterFollower> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private CancellationTokenSource? _round;
    private bool _anew;

    /// <summary>Drops the registers and reads everything again; they answer meanwhile with what they have.</summary>
    public void Rebuild()
    {
        _anew = true;
        _round?.Cancel();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await FollowRoundAsync(stoppingToken);
                pause = FirstPause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.LogWarning(trouble, "The registers cannot be opened for the store; trying again in {Pause}.", pause);
                await PauseAsync(pause, stoppingToken);
                pause = Longer(pause);
            }
        }
    }

    // One round is one store. It ends when the store is another than it was, or when a rebuild is asked for.
    private async Task FollowRoundAsync(CancellationToken stopping)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _round = round;
        var store = await source.DescribeAsync(round.Token);
        // Rows that are about to be dropped have seen nothing: whoever waits for a position waits for the new ones.
        if (_anew)
            positions.Reset([]);
        var start = await writer.OpenAsync(store, _anew, round.Token);
        _anew = false;
        positions.Reset(start);
        live.Clear();
        await Task.WhenAll(start.Select((position, shard) => FollowAsync(store.StoreId, shard, position, round))
            .Append(TurnDaysAsync(round)));
        stopping.ThrowIfCancellationRequested();
    }

    // A register to which nothing happens turns the day too.
    private async Task TurnDaysAsync(CancellationTokenSource round)
    {
        while (!round.IsCancellationRequested)
        {
            try
            {
                await writer.TurnDayAsync(round.Token);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogWarning(trouble, "The lights of the registers could not be turned to the day; trying again.");
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await PauseAsync(LongestPause, round.Token);
        }
    }

    private async Task FollowAsync(string storeId, int shard, long position, CancellationTokenSource round)
    {
        var pause = FirstPause;
        var caughtUp = false;
        while (!round.IsCancellationRequested)
        {
            try
            {
                // Until the end was seen once, no read waits: how far behind the registers are has to be known soon.
                var wait = caughtUp ? settings.Wait : TimeSpan.Zero;
                var page = await source.ReadAsync(shard, position, settings.EntriesMax, wait, round.Token);
                if (page.StoreId != storeId || page.End < position)
                {
                    await GiveUpAsync(shard, position, page, round);
                    return;
                }

                var decoded = DecodedPage.Of(shard, position, page);
                if (decoded.Last > position)
                {
                    var updates = await ApplyAsync(decoded, round.Token);
                    // History is no news: a shard is heard on the board once it was read to its end.
                    if (caughtUp)
                        live.Publish(updates);
                }

                position = decoded.Last;
                caughtUp |= position >= page.End;
                positions.Note(shard, position, page.End);
                pause = FirstPause;
            }
            catch (OperationCanceledException) when (round.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.LogWarning(trouble, "Shard {Shard} of the feed cannot be followed; trying again in {Pause}.", shard, pause);
                await PauseAsync(pause, round.Token);
                pause = Longer(pause);
            }
        }
    }

    // One stream that cannot be shown must not keep every other from being seen.
    private async Task<IReadOnlyList<LiveUpdate>> ApplyAsync(DecodedPage page, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await writer.ApplyAsync(page, cancellation);
            }
            catch (UnfitStreamException unfit)
            {
                log.LogError(unfit, "The registers cannot show {Stream} and follow it no longer; rebuild them once it is mended.", unfit.Stream);
                await writer.SetAsideAsync(unfit, cancellation);
            }
        }
    }

    // Another store answers, or an older copy of it: what was read from the one before is not true any more.
    private Task GiveUpAsync(int shard, long position, FeedPage page, CancellationTokenSource round)
    {
        log.LogWarning(
            "Shard {Shard} is at {End} of store {Store}, behind or beside {Position} of the registers; rebuilding them.",
            shard, page.End, page.StoreId, position);
        _anew = true;
        return round.CancelAsync();
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(pause, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The loop that paused asks for itself why.
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
