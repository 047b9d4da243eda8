using Supervision.Evaluations;

namespace Supervision.Conformance.Evaluations;

/// <summary>Choices of one generated case, the same for the same seed.</summary>
public sealed class Chance(ulong seed)
{
    private readonly SeededNumbers _numbers = new(seed);

    public int Next(int below) => _numbers.Next(below);

    /// <summary>From the first to the last, both among them.</summary>
    public int Between(int first, int last) => first + Next(last - first + 1);

    public bool In(int percent) => Next(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    public Fraction Amount(int first, int last, int decimals)
    {
        var scale = (int)Math.Pow(10, decimals);
        return (Fraction)Between(first * scale, last * scale) / scale;
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>So many decimals above 0, each a multiple of a hundredth, that sum to <paramref name="sum"/>.</summary>
    public Fraction[] Parts(int sum, int count)
    {
        int[] parts = [.. Enumerable.Repeat(1, count)];
        var whole = In(60);
        for (var left = (sum * 100) - count; left > 0;)
        {
            var part = Math.Min(left, whole ? 100 * Between(1, 12) : Between(1, 900));
            parts[Next(count)] += part;
            left -= part;
        }

        return [.. parts.Select(part => (Fraction)part / 100)];
    }
}
