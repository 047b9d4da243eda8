using Supervision.Language;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Actors;

/// <summary>Turns decided facts into events: who, when, by which command, chained to what was there.</summary>
internal sealed class Recorder(string digest, Caller caller, string key, DateTimeOffset now)
{
    private readonly Actor _actor = new(caller.Account, caller.Agency, caller.OnBehalfOf);

    public (Head Head, RecordedEvent[] Events) Record(Head head, IReadOnlyList<DecidedFact> facts)
    {
        var events = new RecordedEvent[facts.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var (fact, definition) = facts[i];
            var body = EnvelopeJson.Write(
                new Envelope(
                    head.Seq + 1, FactJson.KindOf(fact), OccurredAt: now, RecordedAt: now, _actor, key, definition, head.Hash,
                    Fact: default),
                fact);
            var hash = Chain.Next(digest, head.Hash, body.Span);
            events[i] = new RecordedEvent(head.Seq + 1, body, hash);
            head = new Head(head.Seq + 1, hash, now);
        }

        return (head, events);
    }
}
