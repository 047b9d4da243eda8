using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Supervision.Tests.Api;

/// <summary>What a client sees of the system as it is started by a user.</summary>
[Collection<OneRunningSystem>]
public sealed class RunningSystemTests(RunningSystem system)
{
    private static object Registration(string title) => new
    {
        title,
        content = "2026年底前建成",
        supervision = "Special",
        source = "LeaderInstruction",
        authority = new { basis = "市长批示", by = "市长", reference = "信政批〔2026〕1号", on = "2026-01-05", scope = "全市" },
    };

    [Fact]
    public async Task A_task_is_registered_once_however_often_it_is_sent()
    {
        using var clerk = await system.AsAsync("clerk");

        using var first = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Registration("建设中试基地"), key: "once");
        using var again = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Registration("建设中试基地"), key: "once");
        using var other = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Registration("另一件事"), key: "once");

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        first.Headers.GetValues("X-Feed-Position").Should().ContainSingle();
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await other.CodeAsync()).Should().Be("command.key-reused");
    }

    [Fact]
    public async Task Activities_are_told_to_whoever_has_signed_in_in_both_languages_at_once()
    {
        using var clerk = await system.AsAsync("clerk");
        var answer = (await clerk.GetFromJsonAsync<JsonObject>("/api/v1/activities"))!;

        var approval = answer["activities"]!.AsArray().Single(activity => (string)activity!["type"]! == "Supervision.AskForApproval")!;
        ((string)approval["name"]!["chinese"]!).Should().Be("请示审批");
        ((string)approval["name"]!["english"]!).Should().Be("Ask for approval");
        var role = approval["inputs"]!.AsArray().Single(input => (string)input!["name"]! == "role")!;
        ((string)role["uiHint"]!).Should().Be("dropdown");
        ((bool)role["isRequired"]!).Should().BeTrue();
        role["options"]!.AsArray().Select(option => (string)option!["value"]!).Should().Contain("OfficeDirector").And.NotContain("Clock");
        approval["ports"]!.AsArray().Select(port => (string)port!["name"]!).Should().Equal("Approved", "Rejected");
    }

    [Fact]
    public async Task An_answer_that_the_reader_has_is_not_sent_again()
    {
        using var clerk = await system.AsAsync("clerk");
        using var made = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Registration("建设中试基地"));
        using var seen = await clerk.GetAsync(made.Headers.Location);

        clerk.DefaultRequestHeaders.IfNoneMatch.Add(seen.Headers.ETag!);
        using var fresh = await clerk.GetAsync(made.Headers.Location);
        using var director = await system.AsAsync("director");
        using var decided = await director.CommandAsync(
            HttpMethod.Post, $"{made.Headers.Location}/decisions", new { verdict = "Approved" });
        using var stale = await clerk.GetAsync(made.Headers.Location);

        fresh.StatusCode.Should().Be(HttpStatusCode.NotModified);
        decided.StatusCode.Should().Be(HttpStatusCode.OK);
        stale.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_temporary_password_opens_nothing_but_its_change()
    {
        using var opens = await system.AsAsync("sysadmin");
        using var grants = await system.AsAsync("secadmin");
        var account = "/api/v1/accounts/li-si";
        using var opened = await opens.CommandAsync(HttpMethod.Post, "/api/v1/accounts", new { account = "li-si", name = "李四", agency = "finance" });
        using var granted = await grants.CommandAsync(HttpMethod.Put, $"{account}/roles", new { roles = new[] { "Liaison" } });
        using var set = await opens.CommandAsync(HttpMethod.Put, $"{account}/password", new { password = "Temporary-1" });

        using var person = await system.AsAsync("li-si", "Temporary-1");
        using var early = await person.GetAsync("/api/v1/agencies");
        using var changed = await person.CommandAsync(
            HttpMethod.Put, $"{account}/password", new { present = "Temporary-1", password = "My-own-word-2" });
        using var late = await person.GetAsync("/api/v1/agencies");

        (await early.CodeAsync()).Should().Be("session.password-change-required");
        changed.StatusCode.Should().Be(HttpStatusCode.OK);
        late.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_signing_out_the_token_is_worth_nothing()
    {
        using var clerk = await system.AsAsync("clerk");

        using var left = await clerk.DeleteAsync("/api/v1/session");
        using var afterwards = await clerk.GetAsync("/api/v1/session");

        left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        afterwards.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", null, "request.no-route")]
    [InlineData("DELETE", "/api/v1/tasks/x", null, "request.wrong-method")]
    [InlineData("GET", "/api/v1/tasks/A%20B", null, "request.malformed")]
    [InlineData("GET", "/api/v1/tasks/none", null, "task.not-found")]
    [InlineData("POST", "/api/v1/tasks/x/appraisal", """{"grade":"Splendid","opinion":"好"}""", "request.field-unfit")]
    [InlineData("POST", "/api/v1/tasks/x/appraisal", """{"grade":""", "request.malformed")]
    [InlineData("POST", "/api/v1/tasks/x/appraisal", "[]", "request.malformed")]
    [InlineData("POST", "/api/v1/tasks/x/appraisal", """{"grade":"Good","opinion":"好","key":"k"}""", "request.malformed")]
    public async Task A_wrong_request_gets_a_code_and_never_a_stack_trace(string method, string address, string? body, string code)
    {
        using var clerk = await system.AsAsync("clerk");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Idempotency-Key", "k");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await clerk.SendAsync(request);

        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.CodeAsync()).Should().Be(code);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("   at ");
    }

    [Fact]
    public async Task Without_a_key_nothing_is_changed()
    {
        using var clerk = await system.AsAsync("clerk");

        using var answer = await clerk.PostAsJsonAsync("/api/v1/tasks", Registration("建设中试基地"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).Should().Be("request.no-key");
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_use_the_cookie()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await system.Anonymous.SendAsync(request);

        (await answer.CodeAsync()).Should().Be("request.other-origin");
    }

    [Fact]
    public async Task The_description_names_who_may_call_and_how_it_refuses()
    {
        var description = await system.Anonymous.GetFromJsonAsync<JsonObject>("/openapi/v1.json");

        var operations = description!["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject(), (path, operation) => (Name: $"{operation.Key} {path.Key}", Value: operation.Value!))
            .ToList();
        operations.Should().NotBeEmpty();
        operations.Where(operation => operation.Value["summary"] is null).Select(operation => operation.Name).Should().BeEmpty();
        operations.Where(operation => operation.Value["security"] is null).Select(operation => operation.Name)
            .Should().Equal("post /api/v1/session");
    }
}
