using System.Globalization;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>A plan of a thousand items: decided in one command, kept in a snapshot that is not much larger than its text.</summary>
public sealed class LargePlanTests
{
    private const int Items = 1000;

    private static readonly PlanDraft Large = Draft with { Groups = [Draft.Groups[0] with { Items = [.. Enumerable.Range(1, Items).Select(Node)] }] };

    [Fact]
    public async Task A_thousand_items_are_decided_submitted_and_accepted_and_each_finds_its_task()
    {
        await using var city = await Actors.City.FoundAsync();
        var plan = new PlanLine(city, "large");
        (await plan.SendAsync(People.Clerk, key => new RegisterPlan(key, Large))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [.. Large.Items.Select(item => new ItemChange.Settle(item.Path, On))]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Supervision.Tasks.Verdict.Approved))).ShouldBeDone();

        var view = await plan.ViewAsync();
        view.Counts.Should().Match<PlanCounts>(counts => counts.Items == Items && counts.Decided == Items && counts.WithoutOwner == 0);
        view.Items.Select(item => item.Task).Should().OnlyHaveUniqueItems();
        var loaded = await city.Ledger.LoadAsync(plan.Stream, CancellationToken.None);
        loaded.Snapshot!.State.Length.Should().BeLessThan(4 * FactJson.Write(new PlanRegistered(Id, Large)).Length, "the text stands in it twice, and what was decided");
    }

    private static PlanNode Node(int number)
    {
        var key = number.ToString(CultureInfo.InvariantCulture);
        return Draft.Items.First() with { Key = key, Path = $"大/{key}", Title = $"事项 {key}", Line = number, EndLine = number, Items = [] };
    }
}
