using System.Net;
using System.Text.Json;

namespace Supervision.SystemTests.Rest;

/// <summary>Things to do, notices and webhooks as a page or a program meets them.</summary>
[Collection(DemoServer.Name)]
public sealed class NoticesOverRestTests(DemoServer server)
{
    private const string Secret = "0123456789abcdef01234567";

    [Fact]
    public async Task A_notice_is_there_counted_and_read_by_its_owner_alone()
    {
        var task = server.NewTask("notices-read");
        await task.RegisterAsync();
        (await task.ApproveAsync()).ShouldBeDone();
        var seen = $"seen={(await task.AssignAsync()).ShouldBeDone().Position}";

        var page = (await server.Liaison.GetAsync($"notices?limit=200&{seen}")).ShouldBeDone();
        ItemsOf(page).Single(item => item.GetProperty("stream").GetString() == "task/notices-read")
            .GetProperty("kind").GetString().Should().Be("assigned");
        (await server.Liaison.GetAsync($"notices/count?{seen}"))["unread"].GetInt64().Should().Be(page["unread"].GetInt64());
        page["total"].GetInt64().Should().Be(ItemsOf(page).Count());

        (await server.Liaison.PostAsync("notices/read", new { upTo = page["seen"].GetString() })).ShouldBe(HttpStatusCode.NoContent);
        (await server.Liaison.GetAsync("notices/count"))["unread"].GetInt64().Should().Be(0);
        (await server.Director.GetAsync("notices/count"))["unread"].GetInt64().Should().BePositive("marks are everybody's own");
        ItemsOf((await (await server.SignInAsync("finance.liaison")).GetAsync("notices?limit=200")).ShouldBeDone())
            .Select(item => item.GetProperty("stream").GetString()).Should().NotContain("task/notices-read");
    }

    [Fact]
    public async Task Things_to_do_hold_plans_beside_tasks_and_their_count_is_their_list()
    {
        // Another text than that of the tour: another plan.
        var (plan, _) = await PlanOverRest.SubmitAsync(server.Clerk, [.. SamplePlan.Content(), .. "\n\n附：待办\n"u8], SamplePlan.Name);
        await server.NewTask("notices-todo").RegisterAsync();

        await Server.UntilAsync(async () => KindsOf(plan, await TodoAsync()).Contains("Supervision.AskForApproval"));
        (await TodoAsync()).Select(item => item.GetProperty("task").GetString()).Should().Contain("notices-todo");

        var decided = (await server.Director.PostAsync($"plans/{plan}/decisions", new { verdict = "Rejected", opinion = "请补充" })).ShouldBeDone();
        KindsOf(plan, await TodoAsync($"&seen={decided.Position}")).Should().BeEmpty("the clerks submit it again");
    }

    [Fact]
    public async Task How_one_is_told_is_checked()
    {
        var finance = await server.SignInAsync("finance.liaison");

        (await finance.GetAsync("notices/settings"))["isDefault"].GetBoolean().Should().BeTrue();
        (await finance.PutAsync("notices/settings", Settings("nobody"))).Code.Should().Be("notice.address-unfit");
        (await finance.PutAsync("notices/settings", Settings("finance@example.gov.cn"))).ShouldBe(HttpStatusCode.NoContent);
        (await finance.GetAsync("notices/settings"))["settings"].GetProperty("address").GetString().Should().Be("finance@example.gov.cn");
        (await finance.GetAsync("notices/deliveries")).ShouldBe(HttpStatusCode.Forbidden).Code.Should().Be("notice.not-allowed");
    }

    [Fact]
    public async Task A_webhook_is_opened_by_one_administrator_approved_by_another_and_shows_no_secret()
    {
        var (opener, approver) = (await server.SignInAsync("sysadmin"), await server.SignInAsync("secadmin"));

        (await opener.PutAsync("webhooks/rest", new { url = "https://10.1.2.3/hook", secret = Secret })).Code.Should().Be("webhook.url-unfit");
        (await server.Clerk.PutAsync("webhooks/rest", new { url = "https://hook.localhost/in", secret = Secret })).Code.Should().Be("webhook.not-allowed");
        (await opener.PutAsync("webhooks/rest", new { url = "https://hook.localhost/in", secret = Secret })).ShouldBeDone();
        (await opener.PostAsync("webhooks/rest/approval")).ShouldBe(HttpStatusCode.Forbidden);
        (await approver.PostAsync("webhooks/rest/approval")).ShouldBeDone();

        var tried = (await opener.PostAsync("webhooks/rest/ping")).ShouldBeDone();
        tried["status"].ValueKind.Should().Be(JsonValueKind.Null, "a name of this machine is no way out");
        tried["error"].GetString().Should().NotBeNullOrEmpty();
        var listed = (await approver.GetAsync("webhooks")).ShouldBeDone().Body;
        listed.GetRawText().Should().Contain("hook.localhost").And.NotContain(Secret);

        (await approver.PostAsync("webhooks/rest/closing", new { reason = "停用" })).ShouldBeDone();
        (await opener.GetAsync("webhooks")).Body.GetArrayLength().Should().Be(0);
    }

    // All pages, three items each.
    private async Task<IReadOnlyList<JsonElement>> TodoAsync(string seen = "")
    {
        var (items, total) = (new List<JsonElement>(), 0L);
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await server.Director.GetAsync($"todo?limit=3{cursor}{seen}")).ShouldBeDone();
            items.AddRange(ItemsOf(page));
            total = page["total"].GetInt64();
            cursor = page["next"].GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }

        items.Should().HaveCount((int)total);
        return items;
    }

    private static IEnumerable<string?> KindsOf(string plan, IEnumerable<JsonElement> items) => items
        .Where(item => item.GetProperty("plan").GetString() == plan).Select(item => item.GetProperty("kind").GetString());

    private static JsonElement.ArrayEnumerator ItemsOf(Answer page) => page["items"].EnumerateArray();

    private static object Settings(string address) => new
    {
        address,
        times = new[] { "09:00:00" },
        quietFrom = "19:00:00",
        quietTo = "08:00:00",
        urgentAtOnce = true,
        throughQuietFromRung = (int?)null,
        notByMail = Array.Empty<string>(),
    };
}
