using Supervision.Feeds;
using Supervision.Language;

namespace Supervision.Simulation;

/// <summary>A fact of the year, and when.</summary>
internal readonly record struct DatedFact(string Stream, long Seq, DateTimeOffset At, Fact Fact);

/// <summary>Reads back what the year has recorded, stream by stream in order.</summary>
internal static class YearFacts
{
    private const int PageMax = 500;

    public static async Task<IReadOnlyList<DatedFact>> ReadAsync(ISimulatedCity city)
    {
        var facts = new List<DatedFact>();
        for (var shard = 0; shard < city.Shards; shard++)
        {
            var feed = city.Grains.GetGrain<IFeedGrain>(shard);
            for (var after = 0L; await feed.ReadAsync(city.As(People.Reader), after, PageMax, 0) is { Entries: [.., var last] } page; after = last.Position)
                facts.AddRange(page.Entries.SelectMany(FactsOf));
        }

        return facts;
    }

    private static IEnumerable<DatedFact> FactsOf(FeedItem entry)
    {
        foreach (var recorded in entry.Facts)
        {
            if (FactJson.Read(recorded.Kind, recorded.Json) is { } fact)
                yield return new DatedFact(entry.Stream, recorded.Seq, recorded.RecordedAt, fact);
        }
    }
}
