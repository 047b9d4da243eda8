using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Supervision.Tests.Api;

/// <summary>Free-standing processes and events as a program drives them over HTTP.</summary>
[Collection<OneRunningSystem>]
public sealed class FreeProcessEndpointTests(RunningSystem system)
{
    [Fact]
    public async Task A_process_is_started_worked_on_and_read_over_http()
    {
        using var designer = await system.AsAsync("designer");
        await PublishAsync(designer, "rest-task", """
            { "id": "task", "type": "Elsa.RunTask", "taskName": { "typeName": "String", "expression": { "type": "Literal", "value": "stamp" } } },
            { "id": "wait", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "letter arrived" } } },
            { "id": "out", "type": "Elsa.SetOutput",
              "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "got" } },
              "outputValue": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getLastResult()" } } }
            """, ("task", "wait"), ("wait", "out"));

        using var started = await designer.CommandAsync(
            HttpMethod.Post, "/api/v1/processes", new { definition = "rest-task", correlationId = "c-1", input = new { n = 1 } }, key: "once");
        using var again = await designer.CommandAsync(
            HttpMethod.Post, "/api/v1/processes", new { definition = "rest-task", correlationId = "c-1", input = new { n = 1 } }, key: "once");
        started.StatusCode.Should().Be(HttpStatusCode.Created);
        again.Headers.Location.Should().Be(started.Headers.Location);
        var process = started.Headers.Location!.ToString();

        var task = (await ViewAsync(designer, process))["waits"]![0]!["id"]!.GetValue<string>();
        using var completed = await designer.CommandAsync(
            HttpMethod.Post, $"{process}/tasks/{Uri.EscapeDataString(task)}/complete", new { result = new { stamped = true } });
        completed.StatusCode.Should().Be(HttpStatusCode.OK);
        using var twice = await designer.CommandAsync(HttpMethod.Post, $"{process}/tasks/{Uri.EscapeDataString(task)}/complete");
        (await twice.CodeAsync()).Should().Be("free-process.task-not-found");
        twice.StatusCode.Should().Be(HttpStatusCode.NotFound);

        using var published = await designer.CommandAsync(
            HttpMethod.Post, "/api/v1/events/letter%20arrived", new { correlationId = "c-1", payload = new[] { 1, 2 } });
        published.StatusCode.Should().Be(HttpStatusCode.OK);
        using var told = await designer.CommandAsync(HttpMethod.Post, $"{process}/events/letter%20arrived", new { payload = new[] { 1, 2 } });

        var view = await ViewAsync(designer, process);
        view["status"]!.GetValue<string>().Should().Be("Finished");
        view["output"]!.ToJsonString().Should().Be("""{"got":[1,2]}""");
    }

    [Fact]
    public async Task Who_runs_no_processes_starts_sees_and_tells_nothing()
    {
        using var designer = await system.AsAsync("designer");
        using var clerk = await system.AsAsync("clerk");
        await PublishAsync(designer, "rest-wait", """
            { "id": "wait", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go" } } }
            """);
        using var started = await designer.CommandAsync(HttpMethod.Post, "/api/v1/processes", new { definition = "rest-wait" });

        using var start = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/processes", new { definition = "rest-wait" });
        using var seen = await clerk.GetAsync(started.Headers.Location);
        using var publish = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/events/go");
        using var cancelled = await designer.CommandAsync(HttpMethod.Post, $"{started.Headers.Location}/cancellation");

        start.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        seen.StatusCode.Should().Be(HttpStatusCode.NotFound);
        publish.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        cancelled.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_process_that_fails_is_seen_where_it_stands_and_skipped_over()
    {
        using var designer = await system.AsAsync("designer");
        await PublishAsync(designer, "rest-fails", """
            { "id": "bad", "type": "Elsa.SetName", "value": { "typeName": "String", "expression": { "type": "JavaScript", "value": "missing.name" } } },
            { "id": "wait", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "go" } } }
            """, ("bad", "wait"));
        using var started = await designer.CommandAsync(HttpMethod.Post, "/api/v1/processes", new { definition = "rest-fails" });
        var (process, id) = (started.Headers.Location!.ToString(), started.Headers.Location.ToString().Split('/')[^1]);

        (await designer.GetStringAsync($"{process}/picture?lang=en")).Should().Contain("faulted");
        var incident = (await designer.GetFromJsonAsync<JsonObject>($"/api/v1/incidents?seen={Uri.EscapeDataString((string)(await started.Content.ReadFromJsonAsync<JsonObject>())!["position"]!)}"))!["items"]!
            .AsArray().Single(item => (string?)item!["id"] == id)!;
        using var skipped = await designer.CommandAsync(
            HttpMethod.Post, $"/api/v1/incidents/process/{id}/{id}/{incident["run"]}/skip", new { reason = "名称不需要" });

        skipped.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ViewAsync(designer, process))["waits"]!.AsArray().Should().ContainSingle();
        using var clerk = await system.AsAsync("clerk");
        using var unseen = await clerk.GetAsync($"{process}/picture");
        (await unseen.CodeAsync()).Should().Be("process.not-found");
    }

    [Fact]
    public async Task What_starts_by_itself_can_be_seen()
    {
        using var designer = await system.AsAsync("designer");
        await PublishAsync(designer, "rest-plain", """{ "id": "start", "type": "Elsa.Start" }""");

        using var answer = await designer.GetAsync("/api/v1/definitions/rest-plain/triggers");

        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["triggers"]!.AsArray().Should().BeEmpty();
    }

    private static async Task PublishAsync(HttpClient designer, string id, string activities, params (string From, string To)[] arrows)
    {
        var connections = string.Join(',', arrows.Select(arrow =>
            $$$"""{"source":{"activity":"{{{arrow.From}}}","port":"Done"},"target":{"activity":"{{{arrow.To}}}","port":"In"}}"""));
        using var answer = await designer.CommandAsync(HttpMethod.Put, $"/api/v1/definitions/{id}", JsonNode.Parse(
            $$$"""{"definitionId":"{{{id}}}","root":{"id":"main","type":"Elsa.Flowchart","activities":[{{{activities}}}],"connections":[{{{connections}}}]}}"""));
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonObject> ViewAsync(HttpClient client, string process) => (await client.GetFromJsonAsync<JsonObject>(process))!;
}
