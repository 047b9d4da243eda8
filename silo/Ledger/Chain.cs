using System.Buffers;
using System.Text;

namespace Supervision.Silo.Ledger;

/// <summary>Each event of a stream has a hash over its bytes and the hash before it: change one and all that follow disagree.</summary>
internal static class Chain
{
    /// <summary>What stands before the first event.</summary>
    public const string Start = "";

    /// <summary>The digest over the previous hash as hex text, one line feed, and the body.</summary>
    public static string Next(string digest, string previousHash, ReadOnlySpan<byte> body)
    {
        var length = previousHash.Length + 1 + body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var text = rented.AsSpan(0, length);
            Encoding.ASCII.GetBytes(previousHash, text);
            text[previousHash.Length] = (byte)'\n';
            body.CopyTo(text[(previousHash.Length + 1)..]);
            return Digest.Hex(digest, text);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
