using System.Text;
using System.Text.Json.Nodes;
using Supervision.Calendars;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using Supervision.Workflows;

namespace Supervision.Tests.Actors;

/// <summary>The workflow is not decoration: editing its JSON, and nothing else, changes what is accepted.</summary>
public sealed class EditedDefinitionTests
{
    private static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);

    [Fact]
    public async Task An_approval_inserted_before_the_strike_off_is_asked_for()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, "directive", WithLeadersApproval)).ShouldBeDone();
        var task = await new TaskLine(city).UnderWayAsync();
        await task.SubmitAsync();
        await task.VerifyAsync();
        (await task.AppraiseAsync()).ShouldBeDone();

        (await task.CloseOutAsync()).ShouldBeRefused(TaskRefusals.NotWaiting);
        (await task.ApproveAsync()).ShouldBeRefused(TaskRefusals.ApprovalNotYours); // The director is not the leader.
        (await task.SendAsync(People.Leader, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task A_task_that_is_under_way_keeps_the_definition_it_began_with()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        await PublishAsync(city, "directive", WithLeadersApproval);

        await task.SubmitAsync();
        await task.VerifyAsync();
        await task.AppraiseAsync();
        (await task.CloseOutAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task A_rung_removed_from_the_ladder_is_not_climbed()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, "sub-ladder", WithoutTheHead)).ShouldBeDone();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();

        var day = WorkingCalendar.DayOf(city.Time.GetUtcNow());
        for (var i = 0; i < 12; i++)
            await city.GoToAsync(day = WorkingCalendar.Shipped.AddWorkingDays(day, 1));

        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Select(fact => fact.To)
            .Should().Equal("liaison", "leader-in-charge");
    }

    [Fact]
    public async Task A_limit_whose_ladder_nobody_has_published_is_spent_once_and_not_for_ever()
    {
        await using var city = await City.FoundAsync();
        // A name that is computed cannot be checked before it is used.
        (await PublishAsync(city, "directive", definition => Activities(definition)
            .Single(activity => (string?)activity!["id"] == "acknowledge")!["ladder"]!["expression"] =
                new JsonObject { ["type"] = "JavaScript", ["value"] = "'misspelled'" })).ShouldBeDone();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();

        await city.GoToAsync(new(2026, 3, 10));
        var version = (await task.ViewAsync()).Version;
        await city.GoToAsync(new(2026, 3, 11));

        (await task.ViewAsync()).Version.Should().Be(version, "the due time is gone");
        (await city.FactsAsync(task.Stream)).OfType<ProcessEnded>().Should().ContainSingle()
            .Which.Why.Should().Contain("misspelled");
        (await task.AcknowledgeAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task A_definition_with_an_unknown_activity_is_not_published()
    {
        await using var city = await City.FoundAsync();

        var refused = await PublishAsync(city, "directive", definition =>
            Activities(definition).First(activity => (string?)activity!["id"] == "appraise")!["type"] = "Elsa.RunCSharp");

        refused.ShouldBeRefused(DefinitionRefusals.Faulty);
        refused.Should().BeOfType<Receipt.Refused>().Which.English.Should().Contain("appraise");
    }

    [Fact]
    public async Task Every_finding_is_told_and_a_draft_that_is_checked_is_not_kept()
    {
        await using var city = await City.FoundAsync();
        var draft = Edited("directive", definition =>
        {
            Activities(definition).Add(JsonNode.Parse("""{"id": "lost", "type": "Elsa.WriteLine"}"""));
            Activities(definition).Single(activity => (string?)activity!["id"] == "acknowledge")!["ladder"]!["expression"]!["value"] = "misspelled";
        });
        var directive = city.Grains.GetGrain<IDefinitionGrain>("directive");

        var findings = await directive.CheckAsync(city.As(Designer), draft);

        findings.Findings.Select(finding => finding.Code).Should().BeEquivalentTo("unreachable", "ladder-unpublished");
        findings.Refused.Should().NotBeNull();
        (await directive.PublishAsync(city.As(Designer), new PublishDefinition(new("k"), draft))).ShouldBeRefused(DefinitionRefusals.Faulty);
        (await directive.ViewAsync(city.As(Designer)))!.Version.Should().Be(1);
        (await directive.CheckAsync(city.As(People.Director), draft)).Refused!.Code.Should().Be(DefinitionRefusals.NotAllowed.Code);
    }

    [Theory]
    [InlineData("{ no json")]
    [InlineData("[]")]
    public async Task What_cannot_be_read_is_refused_and_not_kept(string json)
    {
        await using var city = await City.FoundAsync();

        (await city.Grains.GetGrain<IDefinitionGrain>("directive")
            .PublishAsync(city.As(Designer), new PublishDefinition(new("k"), json))).ShouldBeRefused(DefinitionRefusals.Unreadable);
    }

    [Fact]
    public async Task Only_a_designer_publishes()
    {
        await using var city = await City.FoundAsync();
        var json = Encoding.UTF8.GetString(ShippedDefinitions.All["directive"].Span);

        (await city.Grains.GetGrain<IDefinitionGrain>("directive")
            .PublishAsync(city.As(People.Director), new PublishDefinition(new("k"), json))).ShouldBeRefused(DefinitionRefusals.NotAllowed);
    }

    private static async Task<Receipt> PublishAsync(City city, string id, Action<JsonObject> edit)
    {
        return await city.Grains.GetGrain<IDefinitionGrain>(id).PublishAsync(
            city.As(Designer), new PublishDefinition(new($"publish-{id}"), Edited(id, edit)));
    }

    private static string Edited(string id, Action<JsonObject> edit)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All[id].Span)!.AsObject();
        edit(definition);
        return definition.ToJsonString();
    }

    private static void WithLeadersApproval(JsonObject definition)
    {
        Activities(definition).Add(JsonNode.Parse("""
            {
              "id": "approve-close-out", "type": "Supervision.AskForApproval", "version": 1, "name": "分管领导审批销号",
              "purpose": { "typeName": "String", "expression": { "type": "Literal", "value": "close-out" } },
              "role": { "typeName": "String", "expression": { "type": "Literal", "value": "LeaderInCharge" } }
            }
            """));
        Connection(definition, "appraise")["target"]!["activity"] = "approve-close-out";
        Connections(definition).Add(JsonNode.Parse("""
            {
              "source": { "activity": "approve-close-out", "port": "Approved" },
              "target": { "activity": "close-out", "port": "In" }
            }
            """));
        Connections(definition).Add(JsonNode.Parse("""
            {
              "source": { "activity": "approve-close-out", "port": "Rejected" },
              "target": { "activity": "verify", "port": "In" }
            }
            """));
    }

    private static void WithoutTheHead(JsonObject definition)
    {
        var head = Activities(definition).Single(activity => (string?)activity!["to"]?["expression"]?["value"] == "head")!;
        var into = Connections(definition).Single(arrow => (string?)arrow!["target"]!["activity"] == (string?)head["id"])!;
        var from = Connection(definition, (string)head["id"]!);
        into["target"]!["activity"] = (string?)from["target"]!["activity"];
        Connections(definition).Remove(from);
        Activities(definition).Remove(head);
    }

    private static JsonArray Activities(JsonObject definition) => definition["root"]!["activities"]!.AsArray();

    private static JsonArray Connections(JsonObject definition) => definition["root"]!["connections"]!.AsArray();

    private static JsonNode Connection(JsonObject definition, string source) =>
        Connections(definition).Single(arrow => (string?)arrow!["source"]!["activity"] == source)!;
}
