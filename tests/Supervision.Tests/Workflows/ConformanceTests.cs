using Supervision.Conformance;

namespace Supervision.Tests.Workflows;

/// <summary>Our machine against behaviour recorded from the real engine.</summary>
public sealed class ConformanceTests
{
    internal static readonly IReadOnlyList<ConformanceCase> All =
        ConformanceCase.Load(Path.Combine(Repository.Root, "tests", "Supervision.Conformance", "Cases"));

    // Same meaning, another journal.
    private static readonly Dictionary<string, string> OtherJournals = new()
    {
        ["062-complete-at-root"] = "The engine logs the flowchart as completed twice.",
        ["114-parallel-fault-siblings"] = Deviations.FaultGoesOn,
    };

    public static TheoryData<string> Cases => [.. All.Select(recorded => recorded.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_plays_as_recorded(string id)
    {
        var verdict = Verdict.Of(All.Single(candidate => candidate.Id == id));
        if (Deviations.ByCase.TryGetValue(id, out var reason)) verdict.Differences.Should().NotBeEmpty($"this deviation is listed: {reason}");
        else if (OtherJournals.TryGetValue(id, out reason)) verdict.Level.Should().Be(1, reason);
        else verdict.Differences.Should().BeEmpty();
    }

    [Fact]
    public void Deviations_are_defects_that_the_recording_marks_as_surprises()
    {
        var marked = All.Where(recorded => recorded.Features.Contains("surprise")).Select(recorded => recorded.Id);

        // The recording names 111 among the surprises in its text, and forgets to mark it.
        Deviations.ByCase.Keys.Should().BeSubsetOf(marked.Append("111-fork-waitany-flowchart-loser"));
    }

    [Fact]
    public void Suite_is_whole() => All.Should().HaveCount(136);
}

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Supervision.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
