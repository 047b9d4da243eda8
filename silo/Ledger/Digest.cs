using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Supervision.Silo.Ledger;

/// <summary>The digests a store may be made with. The id stands in the store and in every seal.</summary>
internal static class Digest
{
    public const string Sha256 = "sha256";

    /// <summary>SM3 (GB/T 32905-2016), where commercial cryptography of the state is asked for.</summary>
    public const string Sm3 = "sm3";

    /// <summary>Lower-case hex.</summary>
    public static string Hex(string digest, ReadOnlySpan<byte> bytes) => digest switch
    {
        Sha256 => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Sm3 => HexOfSm3(bytes),
        _ => throw Unknown(digest),
    };

    /// <summary>Lower-case hex of the HMAC with this digest.</summary>
    public static string Mac(string digest, ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes) => digest switch
    {
        Sha256 => Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes)),
        Sm3 => MacOfSm3(key, bytes),
        _ => throw Unknown(digest),
    };

    private static string HexOfSm3(ReadOnlySpan<byte> bytes)
    {
        var sm3 = new SM3Digest();
        Span<byte> hash = stackalloc byte[32];
        sm3.BlockUpdate(bytes);
        sm3.DoFinal(hash);
        return Convert.ToHexStringLower(hash);
    }

    private static string MacOfSm3(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        var mac = new HMac(new SM3Digest());
        Span<byte> hash = stackalloc byte[32];
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(bytes);
        mac.DoFinal(hash);
        return Convert.ToHexStringLower(hash);
    }

    private static ArgumentException Unknown(string digest) =>
        new($"The digest \"{digest}\" is not known to this program, only {Sha256} and {Sm3}. It may be older than the store.");
}
