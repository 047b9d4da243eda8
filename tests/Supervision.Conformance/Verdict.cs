using Supervision.Workflows;

namespace Supervision.Conformance;

/// <summary>How a case came out.</summary>
/// <param name="Level">2: means the same and ran in the same order. 1: means the same. 0: neither.</param>
/// <param name="Deviation">Why it may differ; null where it may not, or does not.</param>
public sealed record Verdict(string Id, int Level, string? Deviation, IReadOnlyList<string> Differences)
{
    public bool Failed => Level == 0 && Deviation is null;

    public static Verdict Of(ConformanceCase recorded)
    {
        if (recorded.Expected["import"]?["accepted"]?.GetValue<bool>() == false) return OfRefusal(recorded);
        try
        {
            var actual = new ConformancePlayer(recorded).Play();
            var expected = recorded.Expected["steps"]!.AsArray();
            var differences = ConformanceComparison.Differences(expected, actual, 2);
            if (differences.Count == 0) return new Verdict(recorded.Id, 2, null, []);
            var reason = Deviations.ReasonFor(recorded, actual);
            var means = ConformanceComparison.Differences(expected, actual, 1);
            return new Verdict(recorded.Id, means.Count == 0 ? 1 : 0, reason, differences);
        }
        catch (DefinitionFormatException fault)
        {
            return new Verdict(recorded.Id, 0, null, [fault.Message]);
        }
    }

    private static Verdict OfRefusal(ConformanceCase recorded)
    {
        try
        {
            new ConformancePlayer(recorded).Play();
            return new Verdict(recorded.Id, 0, null, ["the engine refuses this definition; ours reads it"]);
        }
        catch (DefinitionFormatException)
        {
            return new Verdict(recorded.Id, 2, null, []);
        }
    }
}
