namespace Supervision.Processes;

/// <summary>What a process has passed through: for pictures and for people, never for rules. As large as its definition at most, however long it runs.</summary>
/// <param name="Completed">How often each activity completed, by its id.</param>
/// <param name="Cancelled">How often each was cancelled; null when none was.</param>
/// <param name="Left">How often an activity was left by a port that has an arrow, by <see cref="PortOf"/>; null when only by plain Done.</param>
[GenerateSerializer, Immutable, Alias("Process.Trail")]
public sealed record Trail(
    [property: Id(0)] IReadOnlyDictionary<string, int> Completed,
    [property: Id(1)] IReadOnlyDictionary<string, int>? Cancelled = null,
    [property: Id(2)] IReadOnlyDictionary<string, int>? Left = null)
{
    public static Trail None { get; } = new(new SortedDictionary<string, int>(StringComparer.Ordinal));

    public static string PortOf(string activity, string port) => $"{activity}:{port}";

    /// <summary>This and what a further step passed; null for a step of which nothing was kept.</summary>
    public Trail Then(Trail? step) => step is null
        ? this
        : new(Sum(Completed, step.Completed)!, Sum(Cancelled, step.Cancelled), Sum(Left, step.Left));

    private static IReadOnlyDictionary<string, int>? Sum(IReadOnlyDictionary<string, int>? before, IReadOnlyDictionary<string, int>? step)
    {
        if (before is null || step is null) return before ?? step;
        var sum = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in before.Concat(step)) sum[name] = sum.GetValueOrDefault(name) + count;
        return sum;
    }
}
