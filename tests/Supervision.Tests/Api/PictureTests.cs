using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Supervision.Tests.Api;

/// <summary>Pictures as a client gets them.</summary>
public sealed class PictureTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    [Fact]
    public async Task A_definition_is_a_picture_that_runs_and_loads_nothing()
    {
        using var clerk = await system.AsAsync("clerk");

        using var picture = await clerk.GetAsync("/api/v1/definitions/directive/picture?lang=zh");

        picture.StatusCode.Should().Be(HttpStatusCode.OK);
        picture.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        picture.Headers.GetValues("Content-Security-Policy").Should().ContainSingle()
            .Which.Should().StartWith("default-src 'none'; style-src 'unsafe-inline'");
        picture.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        XElement.Parse(await picture.Content.ReadAsStringAsync()).Value.Should().Contain("等待签收");

        clerk.DefaultRequestHeaders.IfNoneMatch.Add(picture.Headers.ETag!);
        using var fresh = await clerk.GetAsync("/api/v1/definitions/directive/picture?lang=zh");
        using var other = await clerk.GetAsync("/api/v1/definitions/directive/picture?lang=en");
        fresh.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await other.Content.ReadAsStringAsync()).Should().Contain("within 3 working days");
    }

    [Fact]
    public async Task A_running_process_shows_where_it_stands_to_those_who_see_the_task()
    {
        using var clerk = await system.AsAsync("clerk");
        using var director = await system.AsAsync("director");
        using var liaison = await system.AsAsync("education.liaison");
        using var made = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", new
        {
            title = "建设中试基地",
            content = "2026年底前建成",
            supervision = "Special",
            source = "LeaderInstruction",
            authority = new { basis = "市长批示", by = "市长", reference = "信政批〔2026〕1号", on = "2026-01-05", scope = "全市" },
        });
        using var decided = await director.CommandAsync(HttpMethod.Post, $"{made.Headers.Location}/decisions", new { verdict = "Approved" });
        var address = $"{made.Headers.Location}/processes/directive/picture?lang=zh";

        using var seen = await clerk.GetAsync(address);
        var picture = XElement.Parse(await seen.Content.ReadAsStringAsync());
        ClassOf(picture, "approve-registration").Should().EndWith("m-done");
        ClassOf(picture, "assign").Should().EndWith("m-waiting");
        ClassOf(picture, "close-out").Should().EndWith("m-plain");

        using var unseen = await liaison.GetAsync(address);
        unseen.StatusCode.Should().Be(HttpStatusCode.NotFound, "the task is not theirs yet");
        using var unknown = await clerk.GetAsync($"{made.Headers.Location}/processes/extension/picture");
        (await unknown.CodeAsync()).Should().Be("process.not-found");
    }

    [Theory]
    [InlineData("/api/v1/definitions/directive/picture?lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/definitions/nothing/picture", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/agencies/nobody/processes/missed-report/picture", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/agencies/education/processes/missed-report/picture", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_drawn_is_refused(string address, HttpStatusCode status)
    {
        using var clerk = await system.AsAsync("clerk");

        using var answer = await clerk.GetAsync(address);

        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"].Should().NotBeNull();
    }

    private static string ClassOf(XElement picture, string activity) =>
        (string)picture.Descendants().Single(element => (string?)element.Attribute("data-activity") == activity).Attribute("class")!;
}
