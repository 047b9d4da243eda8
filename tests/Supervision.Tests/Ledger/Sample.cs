using System.Text;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>Streams with an honest chain, as a grain would write them.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public static StoreInfo Store(int shards = 4, string digest = Digest.Sha256) =>
        new("sample", shards, digest, StoreKind.Demo, Monday);

    /// <summary>The events that follow <paramref name="after"/>, or begin the stream.</summary>
    public static RecordedEvent[] Events(RecordedEvent? after, int count, string text = "签收", string digest = Digest.Sha256)
    {
        var events = new RecordedEvent[count];
        for (var i = 0; i < count; i++)
        {
            var (seq, previous) = ((after?.Seq ?? 0) + 1, after?.Hash ?? Chain.Start);
            var envelope = new Envelope(
                seq, "task.acknowledged", Monday, Monday, new Actor(new("zhang"), new("education"), null), $"key-{seq}", null, previous, default);
            var body = EnvelopeJson.Write(envelope, Encoding.UTF8.GetBytes($$"""{"text":"{{text}} {{seq}}"}"""));
            events[i] = after = new RecordedEvent(seq, body, Chain.Next(digest, previous, body.Span));
        }

        return events;
    }

    public static Append Append(string stream, RecordedEvent? after, string key, int count = 1, string digest = Digest.Sha256) =>
        Of(stream, after?.Seq ?? 0, key, Events(after, count, digest: digest));

    public static Append Of(string stream, long expected, string key, params RecordedEvent[] events) =>
        new(stream, expected, "zhang", key, $"body of {key}", events, null, [], [], $"answer to {key}", Monday);

    public static DueTime Due(string key, int minutes) => new(key, Monday.AddMinutes(minutes), "rule 1");

    /// <summary>Two streams of the same shard, for what happens between neighbours.</summary>
    public static (string One, string Other) SameShard(ILedger ledger)
    {
        var other = Enumerable.Range(0, 10_000).Select(n => $"task/{n}").First(name => ledger.ShardOf(name) == ledger.ShardOf("task/one"));
        return ("task/one", other);
    }
}
