using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Callers;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using Supervision.Tests.Workflows;
using Supervision.Workflows;

namespace Supervision.Tests.Actors;

/// <summary>Requests and recusal of a definition, in the actor and its ledger.</summary>
public sealed class ProcessRequestTests
{
    private static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);

    [Fact]
    public async Task Process_stops_the_clock_and_resumes_it_in_the_append_of_the_step_that_asked()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, WithPause)).ShouldBeDone();
        var task = await new TaskLine(city).UnderWayAsync();
        await task.SubmitAsync();

        var stopped = (await DecideAsync(task, "pause")).ShouldBeDone();
        var view = await task.ViewAsync();
        view.ClockStoppedOn.Should().NotBeNull();
        view.Version.Should().Be(stopped.Version, "everything that followed is in the append of the decision");
        (await city.FactsAsync(task.Stream)).Select(fact => fact.GetType()).Should()
            .ContainInOrder(typeof(ApprovalGiven), typeof(TaskClockStopped), typeof(ProcessClockStopped));

        await city.GoToAsync(new(2026, 3, 9)); // five working days later
        (await DecideAsync(task, "go-on")).ShouldBeDone();
        view = await task.ViewAsync();
        view.ClockStoppedOn.Should().BeNull();
        view.Assignment!.DueOn.Should().Be(new DateOnly(2026, 7, 7));
        (await task.VerifyAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task Who_approved_before_is_refused_and_somebody_else_is_not()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, WithSecondLook)).ShouldBeDone();
        var task = await new TaskLine(city).UnderWayAsync();
        await task.SubmitAsync();
        (await task.SendAsync(People.Clerk, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();

        var version = (await task.ViewAsync()).Version;
        (await task.SendAsync(People.Clerk, new Decide(task.NextKey, Verdict.Approved))).ShouldBeRefused(TaskRefusals.Recused);
        (await task.ViewAsync()).Version.Should().Be(version);
        (await task.SendAsync(People.Of("clerk-2", People.Office, Role.OfficeClerk), new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wait_for_a_sub_plan_that_was_settled_before_is_answered_at_once(bool settledBefore)
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, WithWaitForSubPlan)).ShouldBeDone();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Clerk, new OrderSubPlans(task.NextKey, [new(new("gushi"), new(2026, 4, 30))]))).ShouldBeDone();
        if (settledBefore)
            (await SettledAsync(city, task)).ShouldBeDone();
        await task.SubmitAsync();

        (await task.ViewAsync()).Waits.Any(wait => wait.Kind == WaitKinds.SubPlan).Should().Be(!settledBefore);
        if (!settledBefore)
            (await SettledAsync(city, task)).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
    }

    private static Task<Receipt> SettledAsync(City city, TaskLine task) => task.Grain.ExecuteAsync(
        city.Silo.GetRequiredService<SystemCallers>().Follower(null), new NoteSubPlanSettled(task.NextKey, new("sample-01-gushi"), true, []));

    private static void WithWaitForSubPlan(JsonObject definition) =>
        Insert(definition, [Build.Activity("broken-down", WaitKinds.SubPlan, ("agency", "gushi"))], [("broken-down", "Accepted")]);

    private static async Task<Receipt> DecideAsync(TaskLine task, string activity)
    {
        var wait = (await task.ViewAsync()).Waits.Single(wait => wait.Activity == activity);
        return await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved, Wait: wait.Id));
    }

    // After the submission: an approval, the clock stops, another approval, the clock runs, and on to the verification.
    private static void WithPause(JsonObject definition) => Insert(
        definition,
        [
            Approval("pause", "OfficeDirector"),
            Build.Activity("stop", "Supervision.StopClock", ("reason", "等待批复")),
            Approval("go-on", "OfficeDirector"),
            Build.Activity("resume", "Supervision.ResumeClock"),
        ],
        [("pause", "Approved"), ("stop", "Done"), ("go-on", "Approved"), ("resume", "Done")]);

    private static void WithSecondLook(JsonObject definition)
    {
        definition["variables"]!.AsArray().Add(JsonNode.Parse("""{"id": "var-first", "name": "first", "typeName": "Object"}"""));
        var first = Approval("first-look", "OfficeClerk");
        first["deciders"] = JsonNode.Parse("""{"typeName": "List<String>", "memoryReference": {"id": "var-first"}}""");
        var second = Approval("second-look", "OfficeClerk");
        second["excluded"] = JsonNode.Parse("""{"typeName": "List<String>", "expression": {"type": "Variable", "value": {"id": "var-first"}}}""");
        Insert(definition, [first, second], [("first-look", "Approved"), ("second-look", "Approved")]);
    }

    private static void Insert(JsonObject definition, JsonObject[] activities, (string From, string Port)[] line)
    {
        var (all, arrows) = (definition["root"]!["activities"]!.AsArray(), definition["root"]!["connections"]!.AsArray());
        foreach (var activity in activities) all.Add((JsonNode)activity);
        arrows.Single(arrow => (string?)arrow!["source"]!["activity"] == "working")!["target"]!["activity"] = line[0].From;
        for (var i = 0; i < line.Length; i++)
        {
            arrows.Add((JsonNode)Build.Arrow(line[i].From, line[i].Port, i + 1 < line.Length ? line[i + 1].From : "verify"));
            if (line[i].Port == "Approved") arrows.Add((JsonNode)Build.Arrow(line[i].From, "Rejected", "working"));
            if (line[i].Port == "Accepted") arrows.Add((JsonNode)Build.Arrow(line[i].From, "Refused", "working"));
        }
    }

    private static JsonObject Approval(string id, string role) =>
        Build.Activity(id, "Supervision.AskForApproval", ("purpose", id), ("role", role));

    private static async Task<Receipt> PublishAsync(City city, Action<JsonObject> edit)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All["directive"].Span)!.AsObject();
        edit(definition);
        return await city.Grains.GetGrain<IDefinitionGrain>("directive").PublishAsync(
            city.As(Designer), new PublishDefinition(new("publish"), definition.ToJsonString()));
    }
}
