using Supervision.Workflows;
using Supervision.Workflows.Activities;

namespace Supervision.Tests.Workflows;

/// <summary>Our machine against behaviour recorded from the real engine.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    // Types of the recording that no engine has: they test how unknown types fail.
    private static readonly HashSet<string> Invented = ["Acme.Teleport", "Acme.Nothing"];

    internal const string CancelFaults = "The engine faults an instance when it cancels anything below a container; ours cancels.";
    internal const string MergeLost = "The engine loses a merge behind a loop and finishes without it; ours runs it.";

    // Where the recorded behaviour is a defect, ours is right instead.
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["023-waitany-cancels-nested-container"] = CancelFaults,
        ["061-end-is-terminal"] = CancelFaults,
        ["264-complete-inside-nested-sequence"] = CancelFaults,
        ["273-waitany-in-nested-flowchart"] = CancelFaults,
        ["096-merge-after-loop-one-edge-outside"] = MergeLost,
        ["109-gov-directive-merged-ending"] = MergeLost,
    };

    // Same meaning, another journal.
    private static readonly Dictionary<string, string> OtherJournals = new()
    {
        ["062-complete-at-root"] = "The engine logs the flowchart as completed twice.",
    };

    public static TheoryData<string> Supported => [.. Cases(supported: true).Select(recorded => recorded.Id)];

    [Theory]
    [MemberData(nameof(Supported))]
    public void Case_plays_as_recorded(string id)
    {
        var recorded = ConformanceCase.All.Single(candidate => candidate.Id == id);
        if (recorded.Expected["import"]?["accepted"]?.GetValue<bool>() == false)
        {
            var play = () => new ConformancePlayer(recorded).Play();
            play.Should().Throw<DefinitionFormatException>();
            return;
        }

        var actual = new ConformancePlayer(recorded).Play();
        var level = OtherJournals.ContainsKey(id) ? 1 : 2;
        var differences = ConformanceComparison.Differences(recorded.Expected["steps"]!.AsArray(), actual, level);
        if (Deviations.TryGetValue(id, out var reason)) differences.Should().NotBeEmpty($"this deviation is listed: {reason}");
        else differences.Should().BeEmpty();
    }

    [Fact]
    public void Deviations_are_defects_that_the_recording_marks_as_surprises()
    {
        var marked = ConformanceCase.All.Where(recorded => recorded.IsSurprise).Select(recorded => recorded.Id);
        Deviations.Keys.Should().BeSubsetOf(marked);
    }

    [Fact]
    public void Counts_of_cases_are_known()
    {
        var later = Cases(supported: false).ToArray();
        output.WriteLine($"{ConformanceCase.All.Count} cases: {Supported.Count} played, {later.Length} wait for their activities:");
        foreach (var recorded in later)
            output.WriteLine($"  {recorded.Id}: {string.Join(", ", recorded.Types.Where(type => ActivityCatalogue.Find(type) is null))}");
        Supported.Count.Should().BeGreaterThanOrEqualTo(90);
    }

    private static IEnumerable<ConformanceCase> Cases(bool supported) => ConformanceCase.All
        .Where(recorded => recorded.Types.All(type => Invented.Contains(type) || ActivityCatalogue.Find(type) is not null) == supported);
}
