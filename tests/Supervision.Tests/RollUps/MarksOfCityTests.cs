using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.RollUps;

/// <summary>Marks of rolled-up progress, from a leaf's report over two gateways into the streams of what stands above it.</summary>
public sealed class MarksOfCityTests
{
    private const string Top = "task/sample-01", SubPlan = "plan/sample-01-gushi", Whole = "plan/sample";

    [Fact]
    public async Task Two_gateways_that_follow_the_feed_have_each_mark_recorded_once()
    {
        await using var city = await City.FoundAsync();
        var leaf = await CascadeTests.LeafAsync(city);
        await using var one = await CityGateway.OpenAsync(city);
        await using var other = await CityGateway.OpenAsync(city);
        (await leaf.SendAsync(CascadeTests.Liaison(CascadeTests.Gushi), new Acknowledge(leaf.NextKey))).ShouldBeDone();

        await ReportAsync(leaf, 60, one, other);

        (await MarksAsync(city, Top)).Should().Equal(25, 50);
        (await MarksAsync(city, SubPlan)).Should().Equal(25, 50);
        (await MarksAsync(city, leaf.Stream)).Should().BeEmpty("its own reports stand in its stream already");

        await ReportAsync(leaf, 30, one, other);
        await ReportAsync(leaf, 80, other, one);

        (await MarksAsync(city, Top)).Should().Equal(25, 50, 75);
        (await MarksAsync(city, SubPlan)).Should().Equal(25, 50, 75);
        (await MarksAsync(city, Whole)).Should().BeEmpty("it is one of several tasks");
    }

    [Fact]
    public async Task A_gateway_that_begins_anew_tells_nothing_twice_and_one_that_sends_again_changes_nothing()
    {
        await using var city = await City.FoundAsync();
        var leaf = await CascadeTests.LeafAsync(city);
        (await leaf.SendAsync(CascadeTests.Liaison(CascadeTests.Gushi), new Acknowledge(leaf.NextKey))).ShouldBeDone();
        await using (var first = await CityGateway.OpenAsync(city))
            await ReportAsync(leaf, 100, first);
        var before = await city.FactsAsync(Top);

        await using var anew = await CityGateway.OpenAsync(city);

        (await anew.RecordAsync()).Should().Be(0, "the marks came back to it through the feed");
        var gateway = city.As(People.Of("gateway", People.Office, Role.Gateway));
        (await leafTask().ExecuteAsync(gateway, new NoteProgress(new("another key"), 100))).ShouldBeDone();
        (await city.FactsAsync(Top)).Should().HaveCount(before.Count);
        (await leafTask().ExecuteAsync(city.As(People.Director), new NoteProgress(new("k"), 100))).ShouldBeRefused(TaskRefusals.NotAllowed);

        ITaskGrain leafTask() => city.Grains.GetGrain<ITaskGrain>("sample-01");
    }

    private static async Task ReportAsync(TaskLine leaf, int percent, params CityGateway[] gateways)
    {
        (await leaf.SendAsync(CascadeTests.Liaison(CascadeTests.Gushi), new ReportProgress(leaf.NextKey, percent, "推进中"))).ShouldBeDone();
        if ((await leaf.ViewAsync()).Waits.Any(wait => wait.Kind == WaitKinds.Review))
            (await leaf.SendAsync(CascadeTests.Head(CascadeTests.Gushi), new ReviewReport(leaf.NextKey, true))).ShouldBeDone();
        foreach (var gateway in gateways)
            await gateway.CatchUpAsync();

        // All at once, and again before the fact has come back.
        await Task.WhenAll(gateways.Select(gateway => gateway.RecordAsync()));
        await Task.WhenAll(gateways.Select(gateway => gateway.RecordAsync()));
        foreach (var gateway in gateways)
            await gateway.CatchUpAsync();
    }

    private static async Task<IEnumerable<int>> MarksAsync(City city, string stream) =>
        (await city.FactsAsync(stream)).OfType<ProgressReached>().Select(mark => mark.Percent);
}
