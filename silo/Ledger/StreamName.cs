using System.Buffers;
using System.Text;

namespace Supervision.Silo.Ledger;

/// <summary>What a stream may be called, and which shard it lives in.</summary>
internal static class StreamName
{
    public const int LengthMax = 200;

    /// <summary>FNV-1a, 64 bits, over the UTF-8 of the name; both halves folded by exclusive or; modulo the shards.</summary>
    /// <remarks>Never change it: every store ever made has its streams where this says.</remarks>
    public static int ShardOf(string stream, int shards)
    {
        Span<byte> utf8 = stackalloc byte[LengthMax * 3];
        var hash = 14695981039346656037UL;
        foreach (var b in utf8[..Encoding.UTF8.GetBytes(stream, utf8)])
            hash = unchecked((hash ^ b) * 1099511628211UL);

        return (int)((uint)(hash ^ (hash >> 32)) % (uint)shards);
    }

    // Control characters separate the parts of keys and lines in the stores.
    public static void Check(string stream)
    {
        if (stream is not { Length: > 0 and <= LengthMax } || HasControl(stream))
            throw new ArgumentException($"A stream's name has 1 to {LengthMax} visible characters; \"{stream}\" does not.");
    }

    /// <summary>Whether a word holds what separates words. Asked several times an append, so the usual answer is vectorised.</summary>
    public static bool HasControl(string word) => word.AsSpan().IndexOfAny(Controls) >= 0;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(char.IsControl)]);
}
