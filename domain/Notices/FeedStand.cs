using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Notices;

/// <summary>How far somebody has come in the feeds of all shards. Written as the positions with dots between.</summary>
/// <remarks>A single instant would not do: a shard that is read late holds notices older than what was seen of the others.</remarks>
[GenerateSerializer, Immutable, Alias("FeedStand"), JsonConverter(typeof(FeedStandConverter))]
public sealed record FeedStand([property: Id(0)] IReadOnlyList<long> Positions) : IParsable<FeedStand>
{
    public const int ShardsMax = 1024;

    /// <summary>Before everything.</summary>
    public static FeedStand Nowhere { get; } = new([]);

    public long Of(int shard) => shard < Positions.Count ? Positions[shard] : 0;

    /// <summary>The further of both in every shard: who has seen something does not unsee it.</summary>
    public FeedStand With(FeedStand other) =>
        new([.. Enumerable.Range(0, Math.Max(Positions.Count, other.Positions.Count)).Select(shard => Math.Max(Of(shard), other.Of(shard)))]);

    public bool Equals(FeedStand? other) => other is not null && Positions.SequenceEqual(other.Positions);

    public override int GetHashCode() => Positions.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join('.', Positions);

    public static FeedStand Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var stand) ? stand : throw new FormatException($"\"{s}\" is no stand of feeds.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out FeedStand? result)
    {
        result = null;
        if (s is null || s.Length > ShardsMax * 20) return false;

        var parts = s.Length == 0 ? [] : s.Split('.');
        var positions = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out positions[i])) return false;
        }

        result = new FeedStand(positions);
        return positions.Length <= ShardsMax;
    }
}

/// <summary>As a string in JSON.</summary>
public sealed class FeedStandConverter : JsonConverter<FeedStand>
{
    public override FeedStand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeedStand.TryParse(reader.GetString(), null, out var stand) ? stand : throw new JsonException("Not a stand of feeds.");

    public override void Write(Utf8JsonWriter writer, FeedStand value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
