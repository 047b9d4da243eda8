using Microsoft.Extensions.Hosting;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Feeds;

[GrainType("feed")]
internal sealed class FeedGrain(ActorServices services, IHostApplicationLifetime host) : Grain, IFeedGrain
{
    public const int EntriesMax = 500;
    public const int WaitMillisecondsMax = 25_000;

    private int Shard => (int)this.GetPrimaryKeyLong();

    public async Task<FeedPage> ReadAsync(Caller caller, long after, int entriesMax, int waitMilliseconds)
    {
        // Everything is in the feed, so nobody but a gateway may ask; a person here is a bug, not a mistake.
        if (!caller.IsAny(Role.Gateway, Role.Follower)) throw new CallerNotVerifiedException(nameof(ReadAsync));

        await WaitAsync(after, Math.Clamp(waitMilliseconds, 0, WaitMillisecondsMax));
        var entries = await services.Ledger.ReadFeedAsync(Shard, after, Math.Clamp(entriesMax, 1, EntriesMax));
        var items = new List<FeedItem>(entries.Count);
        foreach (var entry in entries)
            items.Add(new FeedItem(entry.Position, entry.Stream, await FactsAsync(entry)));

        return new FeedPage(services.Ledger.Store.Id, items, await services.Ledger.FeedEndAsync(Shard));
    }

    private async Task WaitAsync(long after, int milliseconds)
    {
        if (milliseconds == 0) return;

        using var time = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds), services.Clock);
        // A reader that waits must not hold up a silo that has been told to stop.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(time.Token, host.ApplicationStopping);
        try
        {
            await services.Ledger.WaitForFeedAsync(Shard, after, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing came in time; an empty page says so.
        }
    }

    private async Task<IReadOnlyList<FeedFact>> FactsAsync(FeedEntry entry)
    {
        var facts = new List<FeedFact>();
        await foreach (var recorded in services.Ledger.ReadAsync(entry.Stream, entry.FromSeq - 1, CancellationToken.None))
        {
            if (recorded.Seq > entry.ToSeq) break;

            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            facts.Add(new FeedFact(
                recorded.Seq, envelope.Kind, envelope.RecordedAt, envelope.Actor.Account, envelope.Actor.Agency,
                envelope.Actor.OnBehalfOf, System.Text.Encoding.UTF8.GetBytes(envelope.Fact.GetRawText())));
        }

        return facts;
    }
}
