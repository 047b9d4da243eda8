using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tests.Actors;
using Supervision.Tests.Workflows;

namespace Supervision.Tests.Processes;

/// <summary>A sub-process is an actor of its own, and its parent goes on exactly once when it ends.</summary>
public sealed class SubProcessTests
{
    private static readonly JsonObject Out = Build.Activity("out", "Elsa.SetOutput", ("outputName", "fromChild"), ("outputValue", "=getLastResult().sum"));

    [Fact]
    public async Task The_parent_waits_for_the_child_and_takes_its_output()
    {
        await using var city = await City.FoundAsync();
        var desk = await DeskAsync(city);
        (await desk.StartAsync("parent", "parent")).ShouldBeDone();
        await city.SettleAsync();

        var child = await ChildAsync(desk);
        (await desk.StatusAsync("parent")).Should().Be("Running");
        (await desk.ViewAsync(child)).Should().BeEquivalentTo(new
        {
            Status = "Running",
            CorrelationId = "for-the-child",
            Origin = new ProcessOrigin("process/parent", (await desk.ViewAsync("parent")).Waits.Single().Id),
        });
        await CompleteAsync(desk, child);
        await city.SettleAsync();

        (await desk.ViewAsync("parent")).Should().BeEquivalentTo(new
        {
            Status = "Finished",
            Output = JsonText.Of(new JsonObject { ["fromChild"] = "parent+2" }),
        });
    }

    [Fact]
    public async Task A_crash_between_the_childs_end_and_the_parents_answer_loses_and_doubles_nothing()
    {
        var ledger = new MemoryLedger();
        string child;
        await using (var city = await City.FoundAsync(ledger))
        {
            var desk = await DeskAsync(city);
            await desk.StartAsync("parent", "twice");
            await city.SettleAsync();
            child = await ChildAsync(desk);
            await CompleteAsync(desk, child); // Ended in the ledger; no follower has moved.
        }

        await using (var restarted = await City.FoundAsync(ledger))
        {
            await restarted.SettleAsync();
            await AssertOnceAsync(restarted);
            await RewindAsync(restarted); // The followers' cursors are lost; their activations too.
        }

        await using var again = await City.FoundAsync(ledger);
        await again.SettleAsync();
        await AssertOnceAsync(again);
    }

    [Fact]
    public async Task An_answer_whose_acknowledgement_was_lost_is_not_given_twice()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var desk = await DeskAsync(city);
        await desk.StartAsync("parent", "twice");
        await city.SettleAsync();
        await CompleteAsync(desk, await ChildAsync(desk));

        // The parent's step is stored, and the follower never hears of it.
        ledger.AfterNextAppend = _ => throw new LedgerUnavailableException("the connection broke");
        await city.SettleAsync();

        await AssertOnceAsync(city);
        (await ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_systems_over_one_ledger_start_one_child_and_answer_once()
    {
        var ledger = new MemoryLedger();
        await using var one = await City.FoundAsync(ledger);
        await using var other = await City.FoundAsync(ledger);
        var desk = await DeskAsync(one);
        await desk.StartAsync("parent", "twice");
        await Task.WhenAll(one.SettleAsync(), other.SettleAsync());
        await CompleteAsync(desk, await ChildAsync(desk));
        await Task.WhenAll(one.SettleAsync(), other.SettleAsync());

        await using var truth = await City.FoundAsync(ledger);
        await truth.SettleAsync();
        await AssertOnceAsync(truth);
    }

    [Fact]
    public async Task A_child_that_was_never_published_is_an_incident_of_its_parent()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("calls", [Call("never-published")]);
        await desk.StartAsync("parent", "calls");
        await city.SettleAsync();

        (await desk.StatusAsync(await ChildAsync(desk))).Should().Be("NotStarted");
        var parent = await desk.ViewAsync("parent");
        parent.Status.Should().Be("Faulted");
        parent.Incidents.Should().ContainSingle().Which.Message.Should().Contain("never-published").And.Contain("NotStarted");
    }

    [Fact]
    public async Task A_child_that_fails_keeps_its_parent_waiting_until_somebody_ends_it()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("broken", [Build.Activity("f", "Elsa.Fault", ("message", "no"))]);
        await desk.PublishAsync("calls", [Call("broken")]);
        await desk.StartAsync("parent", "calls");
        await city.SettleAsync();
        var child = await ChildAsync(desk);
        (await desk.StatusAsync(child)).Should().Be("Faulted");
        (await desk.StatusAsync("parent")).Should().Be("Running", "the child may still be mended");

        (await desk.Process(child).ExecuteAsync(city.As(ProcessDesk.Designer), new AbortProcess(new("stop"), child, "作废"))).ShouldBeDone();
        await city.SettleAsync();

        (await desk.ViewAsync("parent")).Incidents.Should().ContainSingle().Which.Message.Should().Contain("Aborted").And.Contain("作废");
    }

    [Fact]
    public async Task An_answer_to_a_parent_that_stands_is_parked_and_not_lost()
    {
        await using var city = await City.FoundAsync();
        var desk = await DeskAsync(city);
        await desk.PublishAsync("stands", [
            Build.Activity("fork", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")), Call("child"),
            Build.Activity("task", "Elsa.RunTask", ("taskName", "t")), Build.Activity("f", "Elsa.Fault", ("message", "no"))],
            "fork:x>call", "fork:y>task", "task>f");
        await desk.StartAsync("parent", "stands");
        await city.SettleAsync();
        var task = (await desk.ViewAsync("parent")).Waits.Single(wait => wait.Kind == WaitKinds.RunTask).Id;
        await desk.SendAsync("parent", new CompleteTask(new("t"), task));
        var incident = (await desk.ViewAsync("parent")).Incidents.Single();

        var child = await ChildAsync(desk);
        await CompleteAsync(desk, child);
        await city.SettleAsync();
        var parked = (await city.Ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().ContainSingle().Which;
        (await desk.Process("parent").ExecuteAsync(
            city.As(ProcessDesk.Designer), new SkipIncident(new("skip"), "parent", incident.Run, "无碍"))).ShouldBeDone();
        await city.Grains.GetGrain<IShardFollowerGrain>(parked.Shard).RetryAsync(parked.Target);

        (await desk.StatusAsync("parent")).Should().Be("Finished");
    }

    [Fact]
    public async Task A_parent_that_has_drawn_an_arrow_for_it_goes_on_when_its_child_is_cancelled()
    {
        await using var city = await City.FoundAsync();
        var desk = await DeskAsync(city);
        await desk.PublishAsync("careful", [
            Call("child"), Build.Activity("sorry", "Elsa.SetOutput", ("outputName", "why"), ("outputValue", "cancelled")), ProcessDesk.Event("other", "go")],
            "call:Cancelled>sorry", "call>other");
        await desk.StartAsync("parent", "careful");
        await city.SettleAsync();

        (await desk.SendAsync(await ChildAsync(desk), new CancelProcess(new("stop")))).ShouldBeDone();
        await city.SettleAsync();

        (await desk.ViewAsync("parent")).Should().BeEquivalentTo(new
        {
            Status = "Finished",
            Output = JsonText.Of(new JsonObject { ["why"] = "cancelled" }),
        });
    }

    [Fact]
    public async Task A_dispatched_workflow_is_started_and_not_waited_for()
    {
        await using var city = await City.FoundAsync();
        var desk = await DeskAsync(city);
        await desk.PublishAsync("dispatches", [Build.Activity("call", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"))]);

        await desk.StartAsync("parent", "dispatches");
        (await desk.StatusAsync("parent")).Should().Be("Finished");
        await city.SettleAsync();
        (await desk.StatusAsync(await ChildAsync(desk))).Should().Be("Running");
    }

    [Fact]
    public async Task Nobody_starts_a_process_in_the_name_of_a_parent()
    {
        await using var city = await City.FoundAsync();
        var desk = await DeskAsync(city);

        (await desk.SendAsync("p", new StartProcessFor(new("k"), "child", null, null, new ProcessOrigin("process/parent", "parent/3"))))
            .ShouldBeRefused(FreeProcessRefusals.NotAllowed);
    }

    private static async Task<ProcessDesk> DeskAsync(City city)
    {
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("child", [
            Build.Activity("task", "Elsa.RunTask", ("taskName", "sum")),
            Build.Activity("out", "Elsa.SetOutput", ("outputName", "sum"), ("outputValue", "=`${getInput('ParentInstanceId') ?? 'parent'}+${getLastResult()}`"))]);
        await desk.PublishAsync("parent", [Call("child"), Out]);
        await desk.PublishAsync("twice", [Call("child"), Build.Activity("second", "Elsa.RunTask", ("taskName", "after"))]);
        return desk;
    }

    private static JsonObject Call(string definition) => Build.Activity(
        "call", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", definition), ("correlationId", "for-the-child"), ("input", "{\"a\":1}"));

    private static async Task<string> ChildAsync(ProcessDesk desk) =>
        (await desk.BegunAsync()).Single(begun => begun.Origin is not null).Process.Value;

    private static async Task CompleteAsync(ProcessDesk desk, string child) => (await desk.SendAsync(child, new CompleteTask(
        new("sum"), (await desk.ViewAsync(child)).Waits.Single().Id, JsonText.Of(JsonValue.Create(2))))).ShouldBeDone();

    // The parent stands at its second wait, moved by one step, and there is one child.
    private static async Task AssertOnceAsync(City city)
    {
        var desk = new ProcessDesk(city);
        (await desk.ViewAsync("parent")).Waits.Should().ContainSingle().Which.Activity.Should().Be("second");
        (await city.FactsAsync("process/parent")).OfType<ProcessStepped>().Should().HaveCount(2);
        (await desk.BegunAsync()).Should().HaveCount(2, "one parent, one child");
    }

    private static async Task RewindAsync(City city)
    {
        for (var shard = 0; shard < city.Ledger.Store.Shards; shard++)
            await city.Ledger.MoveCursorAsync(ShardFollowerGrain.Name, shard, 0);
    }
}
