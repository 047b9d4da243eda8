using System.Security.Cryptography;

namespace Supervision.Silo.Ledger;

/// <summary>The newest seal as somebody outside the store remembers it: an old copy of the store cannot know it.</summary>
internal sealed record Anchor(long Number, string Root);

/// <summary>Signs seals. Kept outside the data folder: who can rewrite the ledger must not be able to sign it again.</summary>
internal sealed class SealKey(byte[] key)
{
    public const int LengthMin = 32;

    private readonly byte[] _key = key.Length >= LengthMin
        ? key
        : throw new ArgumentException($"A seal key has {LengthMin} bytes or more, not {key.Length}.");

    public static SealKey New() => new(RandomNumberGenerator.GetBytes(LengthMin));

    public static string AlgorithmOf(string digest) => $"hmac-{digest}";

    public Seal Sign(Seal seal) => seal with { Signature = SignatureOf(seal) };

    public bool Signed(Seal seal) => seal.Signature == SignatureOf(seal);

    internal string ToHex() => Convert.ToHexStringLower(_key);

    private string SignatureOf(Seal seal) => Digest.Mac(seal.Algorithm.Replace("hmac-", "", StringComparison.Ordinal), _key, seal.Text());
}
