namespace Supervision.Evaluations;

/// <summary>SplitMix64: the same seed gives the same numbers for ever, on any machine.</summary>
public sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 up to and without <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }
}
