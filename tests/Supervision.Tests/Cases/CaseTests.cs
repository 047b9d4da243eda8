using Supervision.Api.Cases;
using Supervision.Language;
using Supervision.Silo.Cases;
using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;

namespace Supervision.Tests.Cases;

/// <summary>What a case is made of. Whether its package proves itself is checked by a second program, in the system tests.</summary>
public sealed class CaseTests
{
    private static readonly string[] Told = ["task.", "plan.", "process.", "evidence."];

    [Fact]
    public async Task A_case_is_the_task_with_its_definition_and_no_content_of_others_and_its_seals()
    {
        await using var city = await City.FoundAsync();
        await new TaskLine(city).UnderWayAsync();
        await new TaskLine(city, "other-01").UnderWayAsync();
        await Sealer.SealAsync(city.Ledger, SealKey.New(), city.Time.GetUtcNow());

        var found = await CaseReader.FindAsync(city.Ledger, new("sample-01"));

        found!.Events.Select(at => at.Stream.Split('/')[0]).Distinct().Should().Equal("task", "definition-content");
        found.Events.Where(at => at.Stream == "task/sample-01").Should().HaveCount((await city.FactsAsync("task/sample-01")).Count);
        found.Events.Should().NotContain(at => at.Stream == "task/other-01");
        found.Seals.Should().ContainSingle();
    }

    [Fact]
    public async Task A_case_is_not_made_of_nothing()
    {
        await using var city = await City.FoundAsync();
        await new TaskLine(city).RegisterAsync();

        (await CaseReader.FindAsync(city.Ledger, new("sample-02"))).Should().BeNull();
    }

    [Fact]
    public void Every_fact_of_a_case_has_a_word_on_its_page() =>
        FactJson.KnownKinds.Where(kind => Told.Any(prefix => kind.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(kind => CaseWords.OfKind(kind) == kind).Should().BeEmpty();
}
