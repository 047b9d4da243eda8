namespace Supervision.Tests.Workflows;

/// <summary>Decisions taken from a list of numbers: the same list decides the same, and a shorter one decides for what is simplest.</summary>
internal sealed class Choices(IReadOnlyList<int> numbers)
{
    private int _at;

    public bool AreLeft => _at < numbers.Count;

    public int Below(int bound) => _at < numbers.Count ? numbers[_at++] % bound : 0;

    public bool Coin() => Below(2) == 1;

    public T Of<T>(params T[] options) => options[Below(options.Length)];
}
