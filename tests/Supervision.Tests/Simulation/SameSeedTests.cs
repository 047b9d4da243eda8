using Supervision.Simulation;
using Supervision.Tests.Plans;

namespace Supervision.Tests.Simulation;

/// <summary>The same seed gives the same ledger, to the last byte; another seed another one.</summary>
public sealed class SameSeedTests
{
    [Fact]
    public async Task Two_runs_of_a_seed_have_equal_roots_and_another_seed_has_not()
    {
        var (first, again, other) = (await RootAsync(1), await RootAsync(1), await RootAsync(2));

        again.Should().Be(first);
        other.Should().NotBe(first);
    }

    [Fact]
    public async Task A_year_of_the_real_plan_has_returns_extensions_and_every_rung()
    {
        var draft = Reading.Draft(RealPlan.Content(), RealPlan.FileName);
        var settings = new SimulationSettings(1, new DateOnly(2024, 3, 1), new DateOnly(2025, 2, 28));

        await using var played = await SimulatedPlan.PlayAsync(settings, draft);

        var year = played.Answers;
        year.Tasks.Should().Be(27);
        year.Refused.Should().BeEmpty("nobody in the year tries what the rules forbid");
        year.Returns.Should().BePositive();
        (year.ExtensionsGranted + year.ExtensionsRefused).Should().BePositive();
        year.MissedReports.Should().BePositive();
        year.ClosedOut.Should().BePositive();
        year.Answered.Keys.Should().Contain(["by-itself", "reminder", "1 liaison", "2 head", "3 leader-in-charge"]);
    }

    private static async Task<string> RootAsync(int seed)
    {
        await using var played = await SimulatedPlan.PlayAsync(SimulatedPlan.Settings(seed));
        return played.Answers.Root;
    }
}
