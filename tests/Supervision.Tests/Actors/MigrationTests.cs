using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>A running process goes over to a later content in one append, or its actor says why not.</summary>
public sealed class MigrationTests
{
    private const string Directive = TaskRules.DirectiveInstance;

    [Fact]
    public async Task A_task_under_way_follows_the_new_content_and_its_ledger_says_so()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        var office = new BrokenProcess(city);
        var before = await task.ViewAsync();
        var (from, to) = (await HashAsync(city), await office.PublishAsync("directive", LeaderBeforeCloseOut));

        (await office.TryAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to))).ShouldBeDone();
        (await task.ViewAsync()).Version.Should().Be(before.Version, "a dry run records nothing");
        var migrate = new MigrateProcess(office.NextKey, Directive, to, from);
        var done = (await office.SendAsync(task.Stream, migrate)).ShouldBeDone();
        (await office.SendAsync(task.Stream, migrate)).Should().Be(done, "sent twice it is done once");
        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to))).ShouldBeDone();

        var facts = await city.FactsAsync(task.Stream);
        facts.OfType<ProcessMigrated>().Should().ContainSingle().Which.Should().BeEquivalentTo(new { FromHash = from, ToHash = to });
        (await task.ViewAsync()).Waits.Should().BeEquivalentTo(before.Waits);
        await task.SubmitAsync();
        await task.VerifyAsync();
        (await task.AppraiseAsync()).ShouldBeDone();
        (await NewestDefinitionAsync(city, task.Stream)).Should().Be(to);
        (await task.CloseOutAsync()).ShouldBeRefused(TaskRefusals.NotWaiting);
        (await task.SendAsync(People.Leader, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task What_cannot_move_stays_whole_and_says_why()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        var office = new BrokenProcess(city);
        var version = (await task.ViewAsync()).Version;
        var to = await office.PublishAsync("directive", BrokenProcess.FailAtOnce);

        var refused = await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to));

        refused.ShouldBeRefused(ProcessRefusals.NotMovable);
        refused.Should().BeOfType<Receipt.Refused>().Which.English.Should().Contain("\"working\" is under way");
        (await task.ViewAsync()).Version.Should().Be(version);
        (await task.SubmitAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task Only_a_content_of_the_same_definition_can_be_moved_to_and_only_from_where_the_process_is()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        var office = new BrokenProcess(city);
        var other = await office.PublishAsync("extension", _ => { });
        var to = await office.PublishAsync("directive", LeaderBeforeCloseOut);

        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, other))).ShouldBeRefused(ProcessRefusals.VersionUnknown);
        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, "ff"))).ShouldBeRefused(ProcessRefusals.VersionUnknown);
        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to, "ff"))).ShouldBeRefused(ProcessRefusals.OtherVersion);
        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to), People.Director)).ShouldBeRefused(ProcessRefusals.NotAllowed);
        (await office.TryAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, to), People.Director)).ShouldBeRefused(ProcessRefusals.NotAllowed);
    }

    [Fact]
    public async Task Two_contents_of_a_definition_are_compared_and_strange_ones_are_not()
    {
        await using var city = await City.FoundAsync();
        var from = await HashAsync(city);
        await new BrokenProcess(city).PublishAsync("directive", LeaderBeforeCloseOut);
        var directive = city.Grains.GetGrain<IDefinitionGrain>("directive");

        (await directive.CompareAsync(city.As(BrokenProcess.Designer), from))!.Added.Should().Equal("approve-close-out");
        (await directive.CompareAsync(city.As(BrokenProcess.Designer), "ff")).Should().BeNull();
    }

    private static void LeaderBeforeCloseOut(JsonObject definition)
    {
        var flowchart = definition["root"]!.AsObject();
        flowchart["activities"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "approve-close-out", "type": "Supervision.AskForApproval",
              "purpose": { "expression": { "type": "Literal", "value": "close-out" } },
              "role": { "expression": { "type": "Literal", "value": "LeaderInCharge" } }
            }
            """));
        flowchart["connections"]!.AsArray().Single(arrow => (string?)arrow!["source"]!["activity"] == "appraise")!["target"]!["activity"] = "approve-close-out";
        flowchart["connections"]!.AsArray().Add(JsonNode.Parse("""
            { "source": { "activity": "approve-close-out", "port": "Approved" }, "target": { "activity": "close-out", "port": "In" } }
            """));
        flowchart["connections"]!.AsArray().Add(JsonNode.Parse("""
            { "source": { "activity": "approve-close-out", "port": "Rejected" }, "target": { "activity": "verify", "port": "In" } }
            """));
    }

    private static async Task<string> HashAsync(City city) =>
        (await city.Grains.GetGrain<IDefinitionGrain>("directive").ViewAsync(city.As(BrokenProcess.Designer)))!.Hash;

    private static async Task<string?> NewestDefinitionAsync(City city, string stream)
    {
        string? newest = null;
        await foreach (var recorded in city.Ledger.ReadAsync(stream, 0, CancellationToken.None))
            newest = EnvelopeJson.Read(recorded.Body.Span).Definition ?? newest;
        return newest;
    }
}
