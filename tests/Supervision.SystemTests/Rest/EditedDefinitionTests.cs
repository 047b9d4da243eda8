using System.Net;
using System.Text.Json.Nodes;

namespace Supervision.SystemTests.Rest;

/// <summary>A designer edits the process over REST, and the next task is handled otherwise.</summary>
[Collection(DemoServer.Name)]
public sealed class EditedDefinitionTests(DemoServer server)
{
    [Fact]
    public async Task A_leaders_approval_inserted_before_the_close_out_is_asked_for()
    {
        var designer = await server.SignInAsync("designer");
        var leader = await server.SignInAsync("leader");
        var shipped = (await designer.GetAsync("definitions/directive")).ShouldBeDone();
        (await server.Clerk.PutAsync("definitions/directive", Edited(shipped))).ShouldBe(HttpStatusCode.Forbidden);
        (await designer.PutAsync("definitions/directive", Faulty(shipped))).ShouldBe(HttpStatusCode.Conflict)["findings"].EnumerateArray().First().GetProperty("code").GetString().Should().Be("unreachable");
        (await designer.PutAsync("definitions/directive", Edited(shipped))).ShouldBeDone();

        var task = await server.NewTask("edited").UnderWayAsync();
        await task.AppraisedAsync();

        (await task.CloseOutAsync()).ShouldBe(HttpStatusCode.Conflict).Code.Should().Be("task.not-waiting");
        (await task.ApproveAsync()).ShouldBe(HttpStatusCode.Conflict).Code.Should().Be("task.approval-not-yours");
        (await task.ApproveAsync(leader)).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();

        (await designer.PutAsync("definitions/directive", shipped["json"].GetString()!)).ShouldBeDone();
        var next = await server.NewTask("edited-back").UnderWayAsync();
        await next.AppraisedAsync();
        (await next.CloseOutAsync()).ShouldBeDone();
    }

    private static string Faulty(Answer shipped)
    {
        var definition = JsonNode.Parse(shipped["json"].GetString()!)!;
        definition["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id": "lost", "type": "Elsa.WriteLine"}"""));
        return definition.ToJsonString();
    }

    private static string Edited(Answer shipped)
    {
        var definition = JsonNode.Parse(shipped["json"].GetString()!)!;
        definition["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "approve-close-out", "type": "Supervision.AskForApproval", "version": 1, "name": "分管领导审批销号",
              "purpose": { "typeName": "String", "expression": { "type": "Literal", "value": "close-out" } },
              "role": { "typeName": "String", "expression": { "type": "Literal", "value": "LeaderInCharge" } }
            }
            """));
        var connections = definition["root"]!["connections"]!.AsArray();
        connections.Single(arrow => (string?)arrow!["source"]!["activity"] == "appraise")!["target"]!["activity"] = "approve-close-out";
        connections.Add(JsonNode.Parse("""
            {
              "source": { "activity": "approve-close-out", "port": "Approved" },
              "target": { "activity": "close-out", "port": "In" }
            }
            """));
        connections.Add(JsonNode.Parse("""
            {
              "source": { "activity": "approve-close-out", "port": "Rejected" },
              "target": { "activity": "verify", "port": "In" }
            }
            """));
        return definition.ToJsonString();
    }
}
