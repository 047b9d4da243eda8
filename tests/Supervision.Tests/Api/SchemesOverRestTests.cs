using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Supervision.Evaluations;
using Supervision.Tests.Schemes;

namespace Supervision.Tests.Api;

/// <summary>Schemes over REST: drafted, frozen, copied into the next year, changed and compared.</summary>
[Collection<OneRunningSystem>]
public sealed class SchemesOverRestTests(RunningSystem system)
{
    private const string Last = "/api/v1/schemes/rest-2025";
    private const string Next = "/api/v1/schemes/rest-2026";

    [Fact]
    public async Task A_year_begins_with_the_scheme_of_the_last()
    {
        using var clerk = await system.AsAsync("clerk");
        using var director = await system.AsAsync("director");
        using var leader = await system.AsAsync("leader");
        using var liaison = await system.AsAsync("education.liaison");

        await SendAsync(clerk, HttpMethod.Put, Last, new { scheme = Body(SchemeScenario.Scheme with { Code = new("rest-2025") }) });
        await CodeAsync(clerk, HttpMethod.Post, Next + "/copy", new { from = "rest-2025", version = 1 }, "scheme.version-not-found");
        var submitted = await SendAsync(clerk, HttpMethod.Post, Last + "/submission");
        (await WaitingAsync(director, submitted)).Should().Contain("rest-2025").And.NotContain("rest-2026");
        var approved = await SendAsync(director, HttpMethod.Post, Last + "/decisions", new { verdict = "Approved" });
        (await WaitingAsync(leader, approved)).Should().Contain("rest-2025");
        (await WaitingAsync(director, approved)).Should().NotContain("rest-2025");
        await SendAsync(leader, HttpMethod.Post, Last + "/decisions", new { verdict = "Approved" });

        var copy = await SendAsync(clerk, HttpMethod.Post, Next + "/copy", new { from = "rest-2025", version = 1, name = "2026 年考核办法" }, HttpStatusCode.Created);
        var copied = (await clerk.GetFromJsonAsync<JsonObject>(Next))!;
        ((string?)copied["name"], (string?)copied["stage"], (string?)copied["copiedFrom"]!["code"]).Should().Be(("2026 年考核办法", "Drafted", "rest-2025"));

        await SendAsync(clerk, HttpMethod.Post, Last + "/reopening", new { reason = "上级调整" });
        var changed = await SendAsync(clerk, HttpMethod.Put, Last, new { scheme = Body(SchemeScenario.Scheme with { Code = new("rest-2025"), Version = 2, BonusMax = 3 }) });
        var difference = (await clerk.GetFromJsonAsync<JsonObject>(Last + "/versions/2/diff"))!;
        difference["changes"]![0]!.ToJsonString().Should().Be("""{"place":"bonusMax","before":"2","after":"3"}""");
        (await ListedAsync(clerk, copy)).Should().Contain("rest-2026 v False");
        (await ListedAsync(clerk, changed)).Should().Contain("rest-2025 v1 True");
        (await ListedAsync(liaison, changed)).Should().Contain("rest-2025 v1 False").And.NotContain(row => row.StartsWith("rest-2026", StringComparison.Ordinal));
        (await clerk.GetFromJsonAsync<JsonObject>(Last + "/history"))!["entries"]!.AsArray()[^1]!["kind"]!.GetValue<string>().Should().Be("scheme.drafted");
        (await liaison.GetAsync(Last + "/history")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await clerk.GetFromJsonAsync<JsonObject>(Last + "/versions"))!["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_a_code()
    {
        using var clerk = await system.AsAsync("clerk");
        using var liaison = await system.AsAsync("education.liaison");
        const string Address = "/api/v1/schemes/rest-wrong";

        await CodeAsync(clerk, HttpMethod.Put, Address, new { scheme = new { code = "rest-wrong" } }, "scheme.unreadable");
        await CodeAsync(liaison, HttpMethod.Put, Address, new { scheme = new { } }, "scheme.not-allowed");
        await SendAsync(clerk, HttpMethod.Put, Address, new { scheme = Body(SchemeScenario.Unsound with { Code = new("rest-wrong") }) });
        await CodeAsync(clerk, HttpMethod.Post, Address + "/submission", null, "scheme.unsound");
        (await clerk.GetFromJsonAsync<JsonObject>(Address))!["findings"]!.AsArray().Select(finding => (string?)finding!["code"])
            .Should().Contain("scheme.weights-not-100");
        (await liaison.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<IEnumerable<string?>> WaitingAsync(HttpClient client, string position) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/todo?seen={position}"))!["items"]!.AsArray().Select(item => (string?)item!["scheme"]);

    private static async Task<string[]> ListedAsync(HttpClient client, string position) =>
        [.. (await client.GetFromJsonAsync<JsonObject>($"/api/v1/schemes?seen={position}"))!["items"]!.AsArray()
            .Select(row => $"{row!["code"]} v{row["inForce"]} {row["isChanging"]!.GetValue<bool>()}")];

    private static JsonNode Body(EvaluationScheme scheme) => scheme.Write().ToNode()!;

    private static async Task<string> SendAsync(
        HttpClient client, HttpMethod method, string address, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.CommandAsync(method, address, body);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
        return answer.Headers.GetValues("X-Feed-Position").Single();
    }

    private static async Task CodeAsync(HttpClient client, HttpMethod method, string address, object? body, string code)
    {
        using var answer = await client.CommandAsync(method, address, body);
        ((string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]).Should().Be(code);
    }
}
