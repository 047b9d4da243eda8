using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Supervision.Calendars;

namespace Supervision.Tests.Api;

/// <summary>A task that is there already is pointed out before another is registered.</summary>
[Collection<OneRunningSystem>]
public sealed class ResemblanceOverRestTests(RunningSystem system)
{
    [Fact]
    public async Task A_second_task_like_an_open_one_on_the_same_agency_asks_for_a_reason_and_a_retry_does_not()
    {
        using var clerk = await system.AsAsync("clerk");
        using var first = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Body("like-1", "整治淮河沿线非法采砂"), "like-1");
        first.StatusCode.Should().Be(HttpStatusCode.Created);
        var made = await first.Content.ReadFromJsonAsync<JsonObject>();
        using var listed = await clerk.GetAsync($"/api/v1/tasks?seen={made!["position"]}");

        using var second = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Body("like-2", "整治淮河沿线非法采砂行为"));
        using var again = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", Body("like-1", "整治淮河沿线非法采砂"), "like-1");
        var withReason = Body("like-2", "整治淮河沿线非法采砂行为");
        withReason["resemblesReason"] = "第二轮整治";
        using var third = await clerk.CommandAsync(HttpMethod.Post, "/api/v1/tasks", withReason);

        second.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var said = await second.Content.ReadAsStringAsync();
        said.Should().Contain("task.resembles").And.Contain("like-1");
        again.StatusCode.Should().Be(HttpStatusCode.Created, "it was sent before, and is not like itself");
        third.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    private static JsonObject Body(string id, string title) => new()
    {
        ["task"] = id,
        ["title"] = title,
        ["content"] = "年内完成",
        ["supervision"] = "Special",
        ["source"] = "LeaderInstruction",
        ["authority"] = new JsonObject
        {
            ["basis"] = "市长批示",
            ["by"] = "市长",
            ["reference"] = "批〔2026〕3号",
            ["on"] = "2026-01-05",
            ["scope"] = "全市",
        },
        ["proposed"] = new JsonObject
        {
            ["lead"] = "water-resources",
            ["responsible"] = new JsonArray(),
            ["cooperating"] = new JsonArray(),
            ["dueOn"] = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(90).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        },
    };
}
