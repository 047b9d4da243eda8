using System.Text.Json;
using Supervision.Feeds;
using Supervision.Language;

namespace Supervision.Api.Registers;

/// <summary>A recorded fact with its envelope. <paramref name="Fact"/> is null where this program cannot read it.</summary>
internal sealed record DecodedFact(long Position, string Stream, FeedFact Envelope, Fact? Fact, bool EndsItem)
{
    /// <summary>What kind of actor recorded it: the word before the slash.</summary>
    public string Actor => Stream[..Math.Max(0, Stream.IndexOf('/'))];

    /// <summary>The actor's own id: all after the slash.</summary>
    public string Id => Stream[(Stream.IndexOf('/') + 1)..];
}

/// <summary>A page of a feed with its facts read. Reading is the costly part and needs no turn at the writer.</summary>
internal sealed record DecodedPage(int Shard, long After, long Last, long End, IReadOnlyList<DecodedFact> Facts)
{
    /// <param name="after">The position that the page was asked for; entries up to it are known already.</param>
    public static DecodedPage Of(int shard, long after, FeedPage page)
    {
        var entries = page.Entries.Where(entry => entry.Position > after).ToArray();
        return new DecodedPage(
            shard, after, entries.Length == 0 ? after : entries[^1].Position, page.End,
            [.. entries.SelectMany(entry => entry.Facts.Select((fact, index) => new DecodedFact(
                entry.Position, entry.Stream, fact, Read(fact), EndsItem: index == entry.Facts.Count - 1)))]);
    }

    // A fact that does not parse is treated as one of an unknown kind: skipped and counted, for a register may.
    private static Fact? Read(FeedFact fact)
    {
        try
        {
            return FactJson.Read(fact.Kind, fact.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
