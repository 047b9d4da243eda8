using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using Supervision.Workflows;

namespace Supervision.Tests.Actors;

/// <summary>A published workflow used as an activity of another: what is used never changes under its user.</summary>
public sealed class LinkedDefinitionTests
{
    private static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);

    [Fact]
    public async Task Directive_that_uses_a_workflow_keeps_the_content_it_was_published_with()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, "registration-approval", Approval("OfficeDirector"))).ShouldBeDone();
        (await PublishAsync(city, "directive", Using("RegistrationApproval"))).ShouldBeDone();
        var running = new TaskLine(city, "running");
        (await running.RegisterAsync()).ShouldBeDone();

        (await PublishAsync(city, "registration-approval", Approval("LeaderInCharge"))).ShouldBeDone();

        (await running.ApproveAsync()).ShouldBeDone();
        (await running.AssignAsync()).ShouldBeDone();
        var later = new TaskLine(city, "later");
        (await later.RegisterAsync()).ShouldBeDone();
        (await later.ApproveAsync()).ShouldBeDone(); // The directive was published before.

        (await PublishAsync(city, "directive", Using("RegistrationApproval"))).ShouldBeDone();
        var last = new TaskLine(city, "last");
        (await last.RegisterAsync()).ShouldBeDone();
        (await last.ApproveAsync()).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
    }

    [Fact]
    public async Task Workflow_is_found_by_id_by_its_id_as_type_and_by_its_name()
    {
        await using var city = await City.FoundAsync();
        await PublishAsync(city, "registration-approval", Approval("OfficeDirector"));
        var expected = await PublishedHashAsync(city, "registration-approval");

        foreach (var (type, id) in new[] { ("RegistrationApproval", null), ("registration-approval", null), ("Whatever", "registration-approval") })
        {
            (await PublishAsync(city, "directive", Using(type, id))).ShouldBeDone();
            var view = await city.Grains.GetGrain<IDefinitionGrain>("directive").ViewAsync(city.As(Designer));
            view!.Json.Should().Contain($"\"workflowDefinitionHash\":\"{expected}\"");
        }
    }

    [Theory]
    [InlineData(null, "unknown-type")]
    [InlineData("registration-approval", "workflow-not-published")]
    public async Task Workflow_that_is_not_published_as_an_activity_is_refused(string? id, string code)
    {
        await using var city = await City.FoundAsync();
        var closed = Approval("OfficeDirector");
        closed["options"] = new JsonObject();
        (await PublishAsync(city, "registration-approval", closed)).ShouldBeDone();

        var findings = await city.Grains.GetGrain<IDefinitionGrain>("directive")
            .CheckAsync(city.As(Designer), Using("RegistrationApproval", id).ToJsonString());

        findings.Findings.Select(finding => finding.Code).Should().Equal(code);
    }

    [Fact]
    public async Task Definition_may_not_use_itself()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, "registration-approval", Approval("OfficeDirector"))).ShouldBeDone();
        var itself = Approval("OfficeDirector");
        itself["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "no")!["type"] = "RegistrationApproval";

        (await PublishAsync(city, "registration-approval", itself)).Should().BeOfType<Receipt.Refused>().Which.English.Should().Contain("may not use itself");
    }

    private static async Task<string> PublishedHashAsync(City city, string id) =>
        (await city.Grains.GetGrain<IDefinitionGrain>(id).ViewAsync(city.As(Designer)))!.Hash;

    private static async Task<Receipt> PublishAsync(City city, string id, JsonObject definition) => await city.Grains.GetGrain<IDefinitionGrain>(id)
        .PublishAsync(city.As(Designer), new PublishDefinition(new(Guid.NewGuid().ToString("N")), definition.ToJsonString()));

    private static JsonObject Approval(string role) => JsonNode.Parse($$"""
        {
          "definitionId": "registration-approval", "name": "Registration Approval", "version": 1, "outcomes": ["Approved", "Rejected"],
          "options": { "usableAsActivity": true },
          "root": {
            "id": "main", "type": "Elsa.Flowchart",
            "activities": [
              { "id": "ask", "type": "Supervision.AskForApproval", "purpose": "registration", "role": "{{role}}" },
              { "id": "yes", "type": "Elsa.Complete", "outcomes": "Approved" },
              { "id": "no", "type": "Elsa.Complete", "outcomes": "Rejected" }
            ],
            "connections": [
              { "source": { "activity": "ask", "port": "Approved" }, "target": { "activity": "yes", "port": "In" } },
              { "source": { "activity": "ask", "port": "Rejected" }, "target": { "activity": "no", "port": "In" } }
            ]
          }
        }
        """)!.AsObject();

    private static JsonObject Using(string type, string? id = null)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All["directive"].Span)!.AsObject();
        var activities = definition["root"]!["activities"]!.AsArray();
        var at = activities.ToList().FindIndex(activity => (string?)activity!["id"] == "approve-registration");
        var use = new JsonObject { ["id"] = "approve-registration", ["type"] = type };
        if (id is not null) use["workflowDefinitionId"] = id;
        activities[at] = use;
        return definition;
    }
}
