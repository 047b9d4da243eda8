using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Simulation;

/// <summary>Chance by name: the same seed and words give the same number, whatever was asked before.</summary>
/// <remarks>So a year with another time limit rolls the same dice, and what differs comes from the limit.</remarks>
internal readonly record struct Chance(int Seed)
{
    /// <summary>At least 0 and less than 1.</summary>
    public double Of(params ReadOnlySpan<string> words)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}|{string.Join('|', words)}"));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>At least <paramref name="low"/> and at most <paramref name="high"/>.</summary>
    public int Between(int low, int high, params ReadOnlySpan<string> words) => low + (int)(Of(words) * (high - low + 1));
}
