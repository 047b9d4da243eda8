using System.Runtime.CompilerServices;
using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Actors;

/// <summary>What a stream tells of itself, read from the ledger: an actor's state keeps what is, not how it came about.</summary>
internal static class StreamHistory
{
    /// <param name="after">The place in the stream after which it begins; 0 for all.</param>
    public static async IAsyncEnumerable<RecordedFact> FactsAsync(
        this ILedger ledger, string stream, long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var recorded in ledger.ReadAsync(stream, after, cancellation))
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            var fact = FactJson.Read(envelope.Kind, envelope.Fact) ?? throw UnknownFactException.OfKind(envelope.Kind);
            yield return new RecordedFact(
                envelope.Seq, envelope.RecordedAt, envelope.Actor.Account, envelope.Actor.Agency, envelope.Actor.OnBehalfOf, fact);
        }
    }

    /// <summary>The first entries that the facts tell, and the place after which the next page begins; null after the last.</summary>
    public static async Task<(IReadOnlyList<T> Entries, long? Next)> PageAsync<T>(
        this IAsyncEnumerable<RecordedFact> facts, int limit, Func<RecordedFact, T?> told)
        where T : class
    {
        var entries = new List<T>();
        var last = 0L;
        await foreach (var fact in facts)
        {
            if (told(fact) is not { } entry) continue;
            if (entries.Count == limit) return (entries, last);
            entries.Add(entry);
            last = fact.Seq;
        }

        return (entries, null);
    }
}
