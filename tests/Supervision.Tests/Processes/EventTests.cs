using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Followers;
using Supervision.Subscriptions;
using Supervision.Tests.Actors;
using Supervision.Tests.Workflows;

namespace Supervision.Tests.Processes;

/// <summary>An event reaches exactly those it is correlated with, and nobody who waits only after it.</summary>
public sealed class EventTests
{
    private static readonly System.Text.Json.Nodes.JsonObject[] Waits = [
        ProcessDesk.Event("wait", "go"),
        Build.Activity("out", "Elsa.SetOutput", ("outputName", "got"), ("outputValue", "=getLastResult()"))];

    [Fact]
    public async Task It_reaches_every_process_of_its_correlation_and_no_other()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        string?[] correlations = ["a", "a", "b", null, ""];
        for (var i = 0; i < correlations.Length; i++)
            (await desk.StartAsync($"p-{i}", "waits", correlations[i])).ShouldBeDone();
        await city.SettleAsync();

        await desk.PublishEventAsync("go", "a", JsonValue.Create("for a"));
        await desk.PublishEventAsync("Go", "b");
        await desk.PublishEventAsync("go", "c");
        await city.SettleAsync();
        (await StatusesAsync(desk, correlations.Length)).Should().Equal("Finished", "Finished", "Running", "Running", "Running");
        (await desk.ViewAsync("p-1")).Output.Should().Be(JsonText.Of(new JsonObject { ["got"] = "for a" }));

        await desk.PublishEventAsync("go");
        await city.SettleAsync();
        (await StatusesAsync(desk, correlations.Length)).Should().Equal("Finished", "Finished", "Running", "Finished", "Finished");
    }

    [Fact]
    public async Task A_process_that_changes_its_correlation_is_found_by_the_new_one_alone()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("changes", [
            Build.Activity("fork", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")), ProcessDesk.Event("wait", "go"), ProcessDesk.Event("first", "rename"),
            Build.Activity("correlate", "Elsa.Correlate", ("correlationId", "new"))],
            "fork:x>wait", "fork:y>first", "first>correlate");
        await desk.StartAsync("p", "changes", "old");
        await city.SettleAsync();

        await desk.TellAsync("p", "rename");
        await city.SettleAsync();
        await desk.PublishEventAsync("go", "old");
        await city.SettleAsync();
        (await desk.StatusAsync("p")).Should().Be("Running");
        await desk.PublishEventAsync("go", "new");
        await city.SettleAsync();
        (await desk.StatusAsync("p")).Should().Be("Finished");
    }

    [Fact]
    public async Task Nobody_is_woken_by_an_event_that_came_before_he_waited()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        await desk.PublishEventAsync("go", "a");
        city.Time.Advance(TimeSpan.FromSeconds(1));

        await desk.StartAsync("p", "waits", "a");
        await city.SettleAsync();

        (await desk.StatusAsync("p")).Should().Be("Running");
    }

    [Fact]
    public async Task Who_waited_before_the_event_is_reached_even_if_his_registration_is_still_on_its_way()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        await desk.StartAsync("p", "waits", "a");
        city.Time.Advance(TimeSpan.FromMilliseconds(1));

        await desk.PublishEventAsync("go", "a", JsonValue.Create(1)); // No follower has moved yet.
        await city.SettleAsync();

        (await desk.StatusAsync("p")).Should().Be("Finished");
    }

    [Fact]
    public async Task A_process_publishes_to_others_of_the_correlation_that_it_names()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        await desk.PublishAsync("speaks", [Build.Activity("say", "Elsa.PublishEvent", ("eventName", "go"), ("correlationId", "a"), ("payload", "hello"))]);
        await desk.StartAsync("hears", "waits", "a");
        await desk.StartAsync("deaf", "waits", "b");
        await city.SettleAsync();

        await desk.StartAsync("speaker", "speaks");
        await city.SettleAsync();

        (await desk.ViewAsync("hears")).Output.Should().Be(JsonText.Of(new JsonObject { ["got"] = "hello" }));
        (await desk.StatusAsync("deaf")).Should().Be("Running");
    }

    [Fact]
    public async Task A_local_event_stays_in_its_process()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        await desk.PublishAsync("talks-to-itself", [
            Build.Activity("fork", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")), ProcessDesk.Event("wait", "go"),
            Build.Activity("say", "Elsa.PublishEvent", ("eventName", "go"), ("isLocalEvent", true))],
            "fork:x>wait", "fork:y>say");
        await desk.StartAsync("other", "waits");
        await city.SettleAsync();

        await desk.StartAsync("self", "talks-to-itself");
        (await desk.StatusAsync("self")).Should().Be("Finished", "it is told in the same append");
        await city.SettleAsync();
        (await desk.StatusAsync("other")).Should().Be("Running");
    }

    [Fact]
    public async Task What_the_followers_send_twice_happens_once()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("twice", [ProcessDesk.Event("one", "go"), ProcessDesk.Event("two", "go")]);
        await desk.StartAsync("p", "twice", "a");
        await city.SettleAsync();
        await desk.PublishEventAsync("go", "a");
        await city.SettleAsync();
        (await desk.ViewAsync("p")).Waits.Single().Activity.Should().Be("two");
        var version = (await desk.ViewAsync("p")).Version;

        await using var later = await City.FoundAsync(city.Ledger);
        for (var shard = 0; shard < later.Ledger.Store.Shards; shard++)
            await later.Ledger.MoveCursorAsync(ShardFollowerGrain.Name, shard, 0);
        await later.SettleAsync();

        (await new ProcessDesk(later).ViewAsync("p")).Version.Should().Be(version, "every follow-up is keyed by its fact");
    }

    [Fact]
    public async Task Who_no_longer_waits_is_no_longer_a_subscriber()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("race", [
            Build.Activity("fork", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")), ProcessDesk.Event("a", "go"), ProcessDesk.Event("b", "stop"),
            Build.Activity("join", "Elsa.FlowJoin", ("mode", "WaitAny"))],
            "fork:x>a", "fork:y>b", "a>join", "b>join");
        await desk.StartAsync("p", "race");
        await city.SettleAsync();
        var subscription = city.Grains.GetGrain<ISubscriptionGrain>(EventAddress.Of("go", null).Key);
        (await subscription.ViewAsync(city.As(ProcessDesk.Designer)))!.Subscribers.Should().ContainSingle().Which.Stream.Should().Be("process/p");

        await desk.PublishEventAsync("stop");
        await city.SettleAsync();

        (await desk.StatusAsync("p")).Should().Be("Finished");
        (await subscription.ViewAsync(city.As(ProcessDesk.Designer)))!.Subscribers.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_followers_deliver()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("waits", Waits);
        await desk.StartAsync("p", "waits");

        (await desk.Process("p").DeliverAsync(city.As(ProcessDesk.Designer), new Deliver(new("k"), "p/3", null)))
            .ShouldBeRefused(CommonRefusals.DeliveryNotFollower);
    }

    private static async Task<IEnumerable<string>> StatusesAsync(ProcessDesk desk, int count)
    {
        var statuses = new List<string>();
        for (var i = 0; i < count; i++) statuses.Add(await desk.StatusAsync($"p-{i}"));
        return statuses;
    }
}
