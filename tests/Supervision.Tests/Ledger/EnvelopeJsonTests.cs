using System.Text;
using System.Text.Json;
using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

/// <summary>The bytes of an event are for ever. Add lines here; never edit one.</summary>
public sealed class EnvelopeJsonTests
{
    private static readonly Envelope Short = new(
        1, "task.acknowledged", Sample.Monday, Sample.Monday.AddTicks(1), new Actor(new("zhang"), new("education"), null),
        "key-1", null, Chain.Start, default);

    private static readonly Envelope Long = new(
        2, "task.returned", new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)), Sample.Monday.AddSeconds(1),
        new Actor(new("wang"), new("supervision-office"), new("li.ming")), "key-\"2\"", "d1", "aa", default);

    [Fact]
    public void The_bytes_are_those_of_2026_11()
    {
        Text(Short, """{"by":"education"}""").Should().Be(
            """{"seq":1,"kind":"task.acknowledged","occurred":"2026-11-23T01:00:00+00:00","recorded":"2026-11-23T01:00:00.0000001+00:00","account":"zhang","agency":"education","command":"key-1","prev":"","fact":{"by":"education"}}""");
        Text(Long, """{"reason":"材料不全"}""").Should().Be(
            """{"seq":2,"kind":"task.returned","occurred":"2026-11-23T01:00:00+00:00","recorded":"2026-11-23T01:00:01+00:00","account":"wang","agency":"supervision-office","behalf":"li.ming","command":"key-\"2\"","definition":"d1","prev":"aa","fact":{"reason":"材料不全"}}""");
    }

    [Theory]
    [InlineData(Digest.Sha256, "8a237ebe85c3cf88408e6a907d94163bfdbf65c95f9f8802fd689649d535f4bf")]
    [InlineData(Digest.Sm3, "e3750cdcf435a05c89fe5e5d977d0ef55b7a4e638da67ed2e37dfe1c4982b514")]
    public void The_hash_is_that_of_2026_11(string digest, string hash) =>
        Chain.Next(digest, Chain.Start, EnvelopeJson.Write(Short, """{"by":"education"}"""u8).Span).Should().Be(hash);

    [Theory] // GB/T 32905-2016, appendix A.1; FIPS 180-2, appendix B.1.
    [InlineData(Digest.Sm3, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData(Digest.Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Digests_are_those_of_the_standards(string digest, string hash) => Digest.Hex(digest, "abc"u8).Should().Be(hash);

    [Fact]
    public void What_was_written_is_read()
    {
        var read = EnvelopeJson.Read(EnvelopeJson.Write(Long, """{"n":1}"""u8).Span);

        (read with { Fact = default }).Should().Be(Long with { Fact = default });
        read.Fact.GetProperty("n").GetInt32().Should().Be(1);
    }

    [Fact]
    public void A_property_of_the_future_is_skipped()
    {
        var text = Text(Short, "{}").Replace("\"prev\"", "\"later\":[{\"prev\":1}],\"prev\"", StringComparison.Ordinal);

        EnvelopeJson.Read(Encoding.UTF8.GetBytes(text)).CommandKey.Should().Be("key-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"seq\":1}")]
    [InlineData("{\"seq\":1")]
    public void What_is_no_envelope_is_refused(string text) =>
        text.Invoking(it => EnvelopeJson.Read(Encoding.UTF8.GetBytes(it))).Should().Throw<JsonException>();

    [Theory] // Where a stream lives never changes.
    [InlineData("task/2026-017-003", 36)]
    [InlineData("county/新县", 62)]
    public void A_stream_stays_in_its_shard(string stream, int shard) => StreamName.ShardOf(stream, 64).Should().Be(shard);

    [Fact]
    public void Streams_spread_over_the_shards()
    {
        var shards = Enumerable.Range(0, 6_400).CountBy(n => StreamName.ShardOf($"task/2026-{n:000}", 64)).ToDictionary();

        shards.Should().HaveCount(64);
        shards.Values.Should().OnlyContain(count => count > 50 && count < 200);
    }

    private static string Text(Envelope envelope, string fact) =>
        Encoding.UTF8.GetString(EnvelopeJson.Write(envelope, Encoding.UTF8.GetBytes(fact)).Span);
}
