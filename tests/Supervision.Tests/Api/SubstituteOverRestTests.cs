using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Supervision.Calendars;

namespace Supervision.Tests.Api;

/// <summary>AB 角 over REST: who is named may send the header, nobody else, and sees what waits for the absent one.</summary>
[Collection<OneRunningSystem>]
public sealed class SubstituteOverRestTests(RunningSystem system)
{
    private const string Absent = "director";

    [Fact]
    public async Task The_substitute_acts_with_the_header_until_the_return()
    {
        using var director = await system.AsAsync(Absent);
        using var clerk = await system.AsAsync("clerk");
        using var stranger = await system.AsAsync("leader");
        (await CodeAsync(clerk, Absent)).Should().Be("account.not-substitute");

        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        using var recorded = await director.CommandAsync(HttpMethod.Post, $"/api/v1/accounts/{Absent}/absence",
            new { from = today, to = today.AddDays(30), substitute = "clerk", reason = "培训" });
        recorded.StatusCode.Should().Be(HttpStatusCode.OK);

        (await CodeAsync(clerk, Absent)).Should().Be("OK");
        (await CodeAsync(stranger, Absent)).Should().Be("account.not-substitute");
        (await CodeAsync(clerk, "no such\u0007account")).Should().Be("account.not-substitute");

        using var ended = await director.CommandAsync(HttpMethod.Post, $"/api/v1/accounts/{Absent}/absence-end");
        ended.StatusCode.Should().Be(HttpStatusCode.OK);
        (await CodeAsync(clerk, Absent)).Should().Be("account.not-substitute");
    }

    private static async Task<string> CodeAsync(HttpClient client, string onBehalfOf)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/todo");
        request.Headers.TryAddWithoutValidation("On-Behalf-Of", onBehalfOf);
        using var answer = await client.SendAsync(request);
        if (answer.IsSuccessStatusCode) return answer.StatusCode.ToString();

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>();
    }
}
