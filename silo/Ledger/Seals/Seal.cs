using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Silo.Ledger;

/// <summary>Says what every feed held at one instant, signed with a key that the store does not hold.</summary>
/// <param name="Number">From 1 without gaps.</param>
/// <param name="Algorithm">Of the signature, such as <c>hmac-sha256</c>.</param>
/// <param name="Positions">The feed's end of each shard.</param>
/// <param name="Roots">Of each shard; see <see cref="FeedRoot"/>.</param>
/// <param name="Root">One digest over <paramref name="Roots"/>; what is published in a bulletin and kept as anchor.</param>
/// <param name="Previous">The signature of the seal before; empty for the first.</param>
internal sealed record Seal(
    long Number,
    string Store,
    string Algorithm,
    DateTimeOffset SealedAt,
    IReadOnlyList<long> Positions,
    IReadOnlyList<string> Roots,
    string Root,
    string Previous,
    string Signature)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public StoredSeal ToStored() => new(Number, JsonSerializer.SerializeToUtf8Bytes(this, Options));

    /// <summary>Null when the bytes are no seal.</summary>
    public static Seal? Read(StoredSeal stored)
    {
        try
        {
            return JsonSerializer.Deserialize<Seal>(stored.Body.Span, Options)
                is { Positions: not null, Roots: not null, Signature: not null } seal ? seal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is signed: every field but the signature, a line each.</summary>
    public byte[] Text() => Encoding.UTF8.GetBytes(string.Join(
        '\n',
        Store, Number.ToString(CultureInfo.InvariantCulture), Algorithm,
        SealedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        string.Join(',', Positions), string.Join(',', Roots), Root, Previous));
}

/// <summary>Folds the feed of one shard: each entry's digest is over the one before and the entry.</summary>
internal static class FeedRoot
{
    public const string Start = "";

    public static string Next(string digest, string root, FeedEntry entry) => Digest.Hex(digest, Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{root}\n{entry.Position}\n{entry.FromSeq}\n{entry.ToSeq}\n{entry.Hash}\n{entry.Stream}")));

    /// <summary>One root over the roots of all shards.</summary>
    public static string Over(string digest, IReadOnlyList<string> roots) =>
        Digest.Hex(digest, Encoding.UTF8.GetBytes(string.Join('\n', roots)));
}
