using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;

namespace Supervision.SystemTests.Rest;

/// <summary>The main job through a real process and over REST alone, as a program or a page would do it.</summary>
[Collection(DemoServer.Name)]
public sealed class TourTests(DemoServer server)
{
    private static readonly TimeSpan LiveMax = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_plan_file_becomes_tasks()
    {
        var accepted = await PlanOverRest.AcceptAsync(server.Clerk, server.Director, SamplePlan.Content(), SamplePlan.Name);

        accepted.Tasks.Should().HaveCount(SamplePlan.Items);
        var listed = await server.Clerk.GetAsync($"tasks?plan={accepted.Plan}");
        listed["total"].GetInt64().Should().Be(SamplePlan.Items);
        (await server.Clerk.GetAsync($"tasks/counts?plan={accepted.Plan}"))["byLead"].GetProperty(TaskOverRest.Lead).GetInt64()
            .Should().Be(SamplePlan.Items);
        (await server.Liaison.GetAsync("todo?limit=200"))["items"].EnumerateArray()
            .Select(item => item.GetProperty("task").GetString()).Should().Contain(accepted.Tasks);
    }

    [Fact]
    public async Task A_task_is_worked_returned_extended_verified_closed_out_and_archived()
    {
        var task = await server.NewTask("tour-main").UnderWayAsync();

        (await task.ReportAsync(40)).ShouldBeDone();
        (await task.ReviewAsync(passed: false)).ShouldBeDone();
        (await task.ReportAsync(50)).ShouldBeDone();
        (await task.ReviewAsync(passed: true)).ShouldBeDone();
        (await task.RequestExtensionAsync(TaskOverRest.DueOn.AddDays(7))).ShouldBeDone();
        (await task.ApproveAsync()).ShouldBeDone();
        (await task.ViewAsync())["assignment"].GetProperty("dueOn").GetString()
            .Should().Be(TaskOverRest.DueOn.AddDays(7).ToString("O", CultureInfo.InvariantCulture));
        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync(accepted: false)).ShouldBeDone();
        await task.AppraisedAsync();
        (await task.CloseOutAsync()).ShouldBeDone();
        (await task.ArchiveAsync()).ShouldBeDone();

        (await task.StageAsync()).Should().Be("Archived");
    }

    [Fact]
    public async Task List_counts_and_to_do_agree_with_what_was_just_done()
    {
        var task = server.NewTask("tour-agree");
        await task.RegisterAsync();
        (await task.ApproveAsync()).ShouldBeDone();
        var seen = $"seen={(await task.AssignAsync()).ShouldBeDone().Position}";

        var listed = (await server.Liaison.GetAsync($"tasks?text=tour-agree&{seen}"))["items"].EnumerateArray().Single();
        listed.GetProperty("stage").GetString().Should().Be("Assigned");
        (await server.Liaison.GetAsync($"tasks/counts?text=tour-agree&{seen}"))["byStage"].GetProperty("Assigned").GetInt64().Should().Be(1);
        (await ToDoOfLiaisonAsync(seen)).Should().Contain("tour-agree");

        seen = $"seen={(await task.AcknowledgeAsync()).ShouldBeDone().Position}";
        (await server.Liaison.GetAsync($"todo?limit=200&{seen}"))["items"].EnumerateArray()
            .Where(item => item.GetProperty("task").GetString() == "tour-agree").Select(item => item.GetProperty("kind").GetString())
            .Should().NotContain("Supervision.WaitForAcknowledgement");
    }

    [Fact]
    public async Task An_answer_that_is_known_already_is_not_sent_again()
    {
        var task = server.NewTask("tour-tag");
        await task.RegisterAsync();
        var tag = (await task.ViewAsync()).ShouldBeDone().Tag;

        (await server.Clerk.GetAsync(task.Path, tag)).ShouldBe(HttpStatusCode.NotModified);
        (await task.ApproveAsync()).ShouldBeDone();
        (await server.Clerk.GetAsync(task.Path, tag)).ShouldBeDone();
    }

    [Fact]
    public async Task The_same_key_gives_the_same_receipt_and_never_another_body()
    {
        var task = await server.NewTask("tour-key").UnderWayAsync();

        var first = (await server.Clerk.PostAsync($"{task.Path}/expedites", new { text = "请加快" }, "tour-key-1")).ShouldBeDone();
        var again = (await server.Clerk.PostAsync($"{task.Path}/expedites", new { text = "请加快" }, "tour-key-1")).ShouldBeDone();
        var other = await server.Clerk.PostAsync($"{task.Path}/expedites", new { text = "再催一次" }, "tour-key-1");

        again.Body.GetRawText().Should().Be(first.Body.GetRawText());
        other.ShouldBe(HttpStatusCode.UnprocessableEntity).Code.Should().Be("command.key-reused");
        (await task.ViewAsync())["progress"].GetProperty("expedited").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_a_liaison_closes_nothing_out()
    {
        var task = await server.NewTask("tour-rights").UnderWayAsync();
        await task.AppraisedAsync();
        var stranger = await server.SignInAsync("finance.liaison");

        (await stranger.GetAsync(task.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("tasks?text=tour-rights"))["total"].GetInt64().Should().Be(0);
        (await task.CloseOutAsync(server.Liaison)).ShouldBe(HttpStatusCode.Forbidden);
        (await task.StageAsync()).Should().Be("Appraised");
    }

    [Fact]
    public async Task What_changes_is_told_at_once_to_those_who_may_see_it()
    {
        var task = server.NewTask("tour-live");
        using var connection = await server.Clerk.FollowAsync();
        using var late = new CancellationTokenSource(LiveMax);
        await task.RegisterAsync();

        await using var stream = await connection.Content.ReadAsStreamAsync(late.Token);
        await foreach (var told in SseParser.Create(stream).EnumerateAsync(late.Token))
        {
            if (told.Data.Contains("task/tour-live", StringComparison.Ordinal) && told.EventType == "task.registered")
                return;
        }

        Assert.Fail("The connection ended and nothing was told.");
    }

    [Fact]
    public async Task A_restart_keeps_everything_and_the_ledger_is_whole()
    {
        var task = await server.NewTask("tour-restart").UnderWayAsync();
        (await task.ReportAsync(30)).ShouldBeDone();
        var before = (await task.ViewAsync()).Body.GetRawText();
        var cli = new CommandLine(server.Folder, server.Environment);
        (await cli.RunAsync("verify", "--data", server.Data)).ShouldBeDone("beside the running server");

        var code = await server.RestartAsync(async () =>
            (await cli.RunAsync("verify", "--data", server.Data)).ShouldBeDone("while nobody has the folder"));

        code.Should().Be(0, "it was asked to stop");
        (await task.ViewAsync()).ShouldBeDone().Body.GetRawText().Should().Be(before, "people stay signed in, and tasks stay");
        (await task.ReviewAsync(passed: true)).ShouldBeDone();
    }

    private async Task<IEnumerable<string?>> ToDoOfLiaisonAsync(string seen) =>
        (await server.Liaison.GetAsync($"todo?limit=200&{seen}"))["items"].EnumerateArray().Select(item => item.GetProperty("task").GetString());
}
