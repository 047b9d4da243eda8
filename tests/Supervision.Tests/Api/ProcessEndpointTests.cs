using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Supervision.Workflows;

namespace Supervision.Tests.Api;

/// <summary>A broken definition, what it does to tasks, and how a designer mends it: all over REST.</summary>
public sealed class ProcessEndpointTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    private const string Assignment =
        """{"assignment":{"lead":"education","responsible":[],"cooperating":[],"dueOn":"2030-06-30"}}""";

    [Fact]
    public async Task An_incident_is_listed_retried_in_vain_and_then_moved_to_a_mended_definition_and_retried()
    {
        using var designer = await system.AsAsync("designer");
        await PublishAsync(designer, NoticeTo("''"));
        var (task, seen) = await AssignedAsync("broken");

        var incident = (await ItemsAsync(designer, $"/api/v1/incidents?seen={seen}")).Single(row => (string?)row!["id"] == task)!;
        ((string?)incident["activity"], (string?)incident["message"]).Should().Be(("notice", "Input 'to' is missing."));
        var address = $"/api/v1/incidents/task/{task}/directive/{incident["run"]}";
        await DoneAsync(designer, $"{address}/retry", null);
        (await ViewAsync(task))["incidents"]!.AsArray().Should().ContainSingle();

        await PublishAsync(designer, NoticeTo("'liaison'"));
        var dry = await DoneAsync(designer, $"/api/v1/definitions/directive/migrations?seen={seen}", """{"dryRun":true}""");
        Outcome(dry, task)["moves"]!.GetValue<bool>().Should().BeTrue();
        dry["changes"]!.AsArray().Single(change => (string?)change!["from"] == (string?)Outcome(dry, task)["from"])!["changed"]!.AsArray().Select(change => (string?)change).Should().Equal("notice.to");
        var version = (await ViewAsync(task))["version"]!.GetValue<long>();
        Outcome(await DoneAsync(designer, "/api/v1/definitions/directive/migrations", """{"dryRun":false}"""), task)["moves"]!.GetValue<bool>().Should().BeTrue();
        (await ViewAsync(task))["version"]!.GetValue<long>().Should().Be(version + 1, "the dry run recorded nothing, the real one a fact");
        await DoneAsync(designer, $"{address}/retry", null);

        var view = await ViewAsync(task);
        view["incidents"]!.AsArray().Should().BeEmpty();
        view["waits"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_moved_is_named_with_its_reason()
    {
        using var designer = await system.AsAsync("designer");
        await PublishAsync(designer, _ => { });
        var (task, seen) = await AssignedAsync("stays");
        await PublishAsync(designer, root => root["activities"]!.AsArray().Single(one => (string?)one!["id"] == "acknowledge")!["id"] = "renamed", rename: true);

        var outcome = Outcome(await DoneAsync(designer, $"/api/v1/definitions/directive/migrations?seen={seen}", """{"dryRun":false}"""), task);

        outcome["moves"]!.GetValue<bool>().Should().BeFalse();
        outcome["code"]!.GetValue<string>().Should().Be("process.not-movable");
        outcome["why"]!["english"]!.GetValue<string>().Should().Contain("acknowledge");
    }

    [Fact]
    public async Task Skipping_and_aborting_are_the_designers_and_need_a_reason()
    {
        using var designer = await system.AsAsync("designer");
        using var clerk = await system.AsAsync("clerk");
        await PublishAsync(designer, NoticeTo("''"));
        var (skipped, seen) = await AssignedAsync("skipped");
        var (aborted, _) = await AssignedAsync("aborted");
        var run = (await ItemsAsync(clerk, $"/api/v1/incidents?seen={seen}")).Single(row => (string?)row!["id"] == skipped)!["run"];
        var skip = $"/api/v1/incidents/task/{skipped}/directive/{run}/skip";

        await RefusedAsync(clerk, skip, """{"reason":"已通知"}""", HttpStatusCode.Forbidden, "process.not-allowed");
        await RefusedAsync(designer, skip, """{"reason":""}""", HttpStatusCode.Conflict, "process.reason-unfit");
        await RefusedAsync(designer, skip, "{}", HttpStatusCode.BadRequest, "request.field-unfit");
        await RefusedAsync(designer, $"/api/v1/incidents/task/{skipped}/directive/none/retry", null, HttpStatusCode.BadRequest, "request.field-unfit");
        await RefusedAsync(designer, $"/api/v1/incidents/account/clerk/directive/{run}/retry", null, HttpStatusCode.NotFound, "process.not-found");
        await RefusedAsync(designer, "/api/v1/processes/task/none/directive/abort", """{"reason":"有误"}""", HttpStatusCode.NotFound, "process.not-found");
        await RefusedAsync(clerk, "/api/v1/definitions/directive/migrations", """{"dryRun":true}""", HttpStatusCode.Forbidden, "process.not-allowed");

        await DoneAsync(designer, skip, """{"reason":"已通知"}""");
        await DoneAsync(designer, $"/api/v1/processes/task/{aborted}/directive/abort", """{"reason":"流程有误"}""");
        (await ViewAsync(skipped))["incidents"]!.AsArray().Should().BeEmpty();
        (await ViewAsync(aborted))["needsDecision"]!.GetValue<bool>().Should().BeTrue();
    }

    private static Action<JsonObject> NoticeTo(string script) => root =>
    {
        root["activities"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "notice", "type": "Supervision.Notify",
              "to": { "expression": { "type": "JavaScript", "value": "" } },
              "text": { "expression": { "type": "Literal", "value": "请知悉" } }
            }
            """));
        root["activities"]!.AsArray()[^1]!["to"]!["expression"]!["value"] = script;
        root["connections"]!.AsArray().Single(arrow => (string?)arrow!["source"]!["activity"] == "assign")!["target"]!["activity"] = "notice";
        root["connections"]!.AsArray().Add(JsonNode.Parse("""
            { "source": { "activity": "notice", "port": "Done" }, "target": { "activity": "acknowledge", "port": "In" } }
            """));
    };

    private static async Task PublishAsync(HttpClient designer, Action<JsonObject> edit, bool rename = false)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All["directive"].Span)!.AsObject();
        edit(definition["root"]!.AsObject());
        var json = definition.ToJsonString();
        if (rename) json = json.Replace("\"activity\":\"acknowledge\"", "\"activity\":\"renamed\"", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/definitions/directive")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        using var answer = await designer.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(string Task, string Seen)> AssignedAsync(string task)
    {
        using var clerk = await system.AsAsync("clerk");
        using var director = await system.AsAsync("director");
        using var made = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", new
        {
            task,
            title = "建设中试基地",
            content = "年底前建成",
            supervision = "Special",
            source = "LeaderInstruction",
            authority = new { basis = "市长批示", by = "市长", reference = "信政批〔2026〕1号", on = "2026-01-05", scope = "全市" },
        });
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        await DoneAsync(director, $"/api/v1/tasks/{task}/decisions", """{"verdict":"Approved"}""");
        var assigned = await DoneAsync(clerk, $"/api/v1/tasks/{task}/assignment", Assignment);
        return (task, assigned["position"]!.GetValue<string>());
    }

    private async Task<JsonObject> ViewAsync(string task)
    {
        using var clerk = await system.AsAsync("clerk");
        return (await clerk.GetFromJsonAsync<JsonObject>($"/api/v1/tasks/{task}"))!;
    }

    private static async Task<JsonArray> ItemsAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonObject>(address))!["items"]!.AsArray();

    private static JsonNode Outcome(JsonObject migration, string task) =>
        migration["instances"]!.AsArray().Single(one => (string?)one!["stream"] == $"task/{task}")!;

    private static async Task<JsonObject> DoneAsync(HttpClient client, string address, string? body)
    {
        using var answer = await SendAsync(client, address, body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task RefusedAsync(HttpClient client, string address, string? body, HttpStatusCode status, string code)
    {
        using var answer = await SendAsync(client, address, body);
        (answer.StatusCode, await answer.CodeAsync()).Should().Be((status, code), address);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        return await client.SendAsync(request);
    }
}
