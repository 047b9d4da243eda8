using Microsoft.Extensions.Logging;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Followers;

/// <summary>Delivers what follows from the feed of one shard. Key: the shard's number.</summary>
internal interface IShardFollowerGrain : IGrainWithIntegerKey
{
    /// <summary>Goes on from its cursor to the end of the feed. Returns the position it has come to.</summary>
    Task<long> CatchUpAsync();

    /// <summary>Sends again what was parked for a target, oldest first; stops at the first that fails. Returns how many went through.</summary>
    Task<int> RetryAsync(string target);
}

/// <remarks>
/// At least once, entries in the order of the shard, the targets of one entry side by side. A follow-up that throws is tried again a few times; then its target is
/// parked, with everything that comes for it later, an alarm is raised, and the rest goes on.
/// </remarks>
[GrainType("shard-follower")]
internal sealed class ShardFollowerGrain(ActorServices services, Dispatch dispatch, FollowerPace pace, ILogger<ShardFollowerGrain> log)
    : Grain, IShardFollowerGrain
{
    public const string Name = "dispatch";
    public const int BatchMax = 256;
    public const int TriesMax = 3;

    private readonly HashSet<string> _parked = [];
    private long _cursor;

    private int Shard => (int)this.GetPrimaryKeyLong();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _cursor = await services.Ledger.FindCursorAsync(Name, Shard);
        foreach (var parked in await ParkedAsync())
            _parked.Add(parked.Target);
    }

    public async Task<long> CatchUpAsync()
    {
        for (; ; )
        {
            var entries = await services.Ledger.ReadFeedAsync(Shard, _cursor, BatchMax);
            foreach (var entry in entries)
                await DeliverAsync(entry);

            if (entries.Count == 0) return _cursor;

            // Last. If the process dies before this line the follow-ups start again with the same keys.
            await services.Ledger.MoveCursorAsync(Name, Shard, entries[^1].Position);
            _cursor = entries[^1].Position;
        }
    }

    public async Task<int> RetryAsync(string target)
    {
        var sent = 0;
        foreach (var parked in (await ParkedAsync()).Where(parked => parked.Target == target))
        {
            var entry = (await services.Ledger.ReadFeedAsync(Shard, parked.Position - 1, 1))[0];
            foreach (var followUp in (await FollowUpsAsync(entry)).Where(followUp => followUp.Target == target))
                await followUp.SendAsync();

            await services.Ledger.UnparkAsync(Name, Shard, parked.Position, target);
            sent++;
        }

        _parked.Remove(target);
        return sent;
    }

    private async Task DeliverAsync(FeedEntry entry)
    {
        try
        {
            // Of one entry side by side, and one after another for each target; entries never overtake each other.
            var lines = (await FollowUpsAsync(entry)).GroupBy(followUp => followUp.Target);
            using var free = new SemaphoreSlim(pace.AtOnce);
            await Task.WhenAll(lines.Select(line => DeliverAsync(entry, line, free)));
        }
        catch (Exception e) when (e is UnknownFactException or System.Text.Json.JsonException)
        {
            await ParkAsync(entry, entry.Stream, e); // The entry itself cannot be read.
        }
    }

    private async Task DeliverAsync(FeedEntry entry, IEnumerable<FollowUp> line, SemaphoreSlim free)
    {
        await free.WaitAsync();
        try
        {
            foreach (var followUp in line)
                await DeliverAsync(entry, followUp);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task DeliverAsync(FeedEntry entry, FollowUp followUp)
    {
        if (_parked.Contains(followUp.Target))
        {
            await services.Ledger.ParkAsync(Name, Shard, entry.Position, followUp.Target, "an earlier entry for this target is parked");
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await followUp.SendAsync() is Receipt.Refused refused)
                    log.LogInformation("Follow-up of {Stream} at {Position} was refused: {Code}", entry.Stream, entry.Position, refused.Code);
                return;
            }
            catch (Exception e) when (attempt < TriesMax && e is not OutOfMemoryException)
            {
                log.LogWarning(e, "Follow-up of {Stream} at {Position} failed, attempt {Attempt}", entry.Stream, entry.Position, attempt);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                await ParkAsync(entry, followUp.Target, e);
                return;
            }
        }
    }

    private async Task ParkAsync(FeedEntry entry, string target, Exception why)
    {
        log.LogCritical(why, "Parked {Target}: entry {Position} of shard {Shard} could not be delivered", target, entry.Position, Shard);
        Telemetry.Parked.Add(1);
        _parked.Add(target);
        await services.Ledger.ParkAsync(Name, Shard, entry.Position, target, why.Message);
    }

    private async Task<IReadOnlyList<FollowUp>> FollowUpsAsync(FeedEntry entry)
    {
        var followUps = new List<FollowUp>();
        await foreach (var recorded in services.Ledger.ReadAsync(entry.Stream, entry.FromSeq - 1, CancellationToken.None))
        {
            if (recorded.Seq > entry.ToSeq) break;

            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            var author = envelope.Actor.OnBehalfOf ?? envelope.Actor.Account;
            if (FactJson.Read(envelope.Kind, envelope.Fact) is { } fact)
                followUps.AddRange(dispatch.Of(new FactSource(entry.Stream, recorded.Seq, author, envelope.RecordedAt), fact));
        }

        return followUps;
    }

    private async Task<IEnumerable<ParkedEntry>> ParkedAsync() =>
        (await services.Ledger.ListParkedAsync(Name)).Where(parked => parked.Shard == Shard);
}
