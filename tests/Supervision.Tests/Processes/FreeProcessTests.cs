using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using Supervision.Tests.Workflows;

namespace Supervision.Tests.Processes;

/// <summary>A process in a stream of its own, from its start to what it leaves behind.</summary>
public sealed class FreeProcessTests
{
    [Fact]
    public async Task It_ends_with_its_output_and_still_answers_when_everything_has_been_restarted()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("count", [
            Build.Activity("name", "Elsa.SetName", ("value", "=`数到 ${getInput('n')}`")),
            Build.Activity("task", "Elsa.RunTask", ("taskName", "count")),
            Build.Activity("out", "Elsa.SetOutput", ("outputName", "counted"), ("outputValue", "=getLastResult()"))]);

        (await desk.StartAsync("p-1", "count", "case-7", new JsonObject { ["n"] = 3 })).ShouldBeDone();
        var waiting = await desk.ViewAsync("p-1");
        waiting.Should().BeEquivalentTo(new { Status = "Running", Name = "数到 3", CorrelationId = "case-7", Definition = "count" });
        (await desk.SendAsync("p-1", new CompleteTask(new("done"), waiting.Waits.Single().Id, JsonText.Of(JsonValue.Create(42))))).ShouldBeDone();

        await using var later = await City.FoundAsync(city.Ledger);
        (await new ProcessDesk(later).ViewAsync("p-1")).Should().BeEquivalentTo(new
        {
            Status = "Finished",
            Output = JsonText.Of(new JsonObject { ["counted"] = 42 }),
            Name = "数到 3",
            CorrelationId = "case-7",
            waiting.Hash,
            Waits = Array.Empty<Wait>(),
        });
        (await new ProcessDesk(later).TellAsync("p-1", "late")).ShouldBeRefused(FreeProcessRefusals.Ended);
    }

    [Fact]
    public async Task A_command_that_is_sent_again_is_answered_as_before()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("one-task", [Build.Activity("task", "Elsa.RunTask", ("taskName", "stamp"))]);
        var start = new StartProcess(new("start"), "one-task");
        var complete = new CompleteTask(new("complete"), "2");

        var first = (await desk.SendAsync("p", start)).ShouldBeDone();
        (await desk.SendAsync("p", start)).ShouldBeDone().Should().Be(first);
        (await desk.SendAsync("p", start with { Key = new("another") })).ShouldBeRefused(FreeProcessRefusals.Exists);
        (await desk.SendAsync("p", start with { Definition = "other" })).ShouldBeRefused(CommonRefusals.KeyReused);
        (await desk.SendAsync("p", complete with { TaskId = "p/9" })).ShouldBeRefused(FreeProcessRefusals.TaskNotFound);
        complete = complete with { TaskId = (await desk.ViewAsync("p")).Waits.Single().Id.Split('/')[1] };
        var done = (await desk.SendAsync("p", complete)).ShouldBeDone();
        (await desk.SendAsync("p", complete)).ShouldBeDone().Should().Be(done);

        (await city.FactsAsync("process/p")).OfType<ProcessEnded>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_delay_ends_on_the_durable_clock_by_elapsed_time()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("nap", [Build.Activity("nap", "Elsa.Delay", ("timeSpan", "2.12:00:00"))]);
        (await desk.StartAsync("p", "nap")).ShouldBeDone();

        city.Time.Advance(TimeSpan.FromHours(59));
        await city.SettleAsync();
        (await desk.StatusAsync("p")).Should().Be("Running");

        await using var later = await City.FoundAsync(city.Ledger);
        later.Time.Advance(TimeSpan.FromHours(60));
        await later.SettleAsync();
        (await new ProcessDesk(later).StatusAsync("p")).Should().Be("Finished", "the due time is in the ledger and not in anybody's memory");
    }

    [Fact]
    public async Task Cron_inside_a_process_waits_for_the_next_time_of_the_office()
    {
        await using var city = await City.FoundAsync(); // 09:00 on 2 March in Shanghai
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("evening", [Build.Activity("wait", "Elsa.Cron", ("cronExpression", "30 17 * * *"))]);
        (await desk.StartAsync("p", "evening")).ShouldBeDone();

        (await desk.ViewAsync("p")).Waits.Single().Dues.Values.Should().Equal(City.Morning.AddHours(8.5));
        city.Time.Advance(TimeSpan.FromHours(8.5));
        await city.SettleAsync();
        (await desk.StatusAsync("p")).Should().Be("Finished");
    }

    [Fact]
    public async Task A_cancelled_process_waits_for_nothing_and_its_time_never_comes()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("nap", [Build.Activity("nap", "Elsa.Delay", ("timeSpan", "01:00:00"))]);
        (await desk.StartAsync("p", "nap")).ShouldBeDone();

        (await desk.SendAsync("p", new CancelProcess(new("stop")))).ShouldBeDone();
        var version = (await desk.ViewAsync("p")).Version;
        city.Time.Advance(TimeSpan.FromDays(1));
        await city.SettleAsync();

        (await desk.ViewAsync("p")).Should().BeEquivalentTo(new { Status = "Cancelled", Version = version });
    }

    [Fact]
    public async Task What_fails_stands_with_an_incident_until_a_designer_acts()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("broken", [Build.Activity("f", "Elsa.Fault", ("message", "no"))]);

        (await desk.StartAsync("p", "broken")).ShouldBeDone();
        var view = await desk.ViewAsync("p");
        view.Status.Should().Be("Faulted");
        view.Incidents.Should().ContainSingle().Which.Activity.Should().Be("f");

        (await desk.Process("p").ExecuteAsync(city.As(ProcessDesk.Designer), new AbortProcess(new("stop"), "p", "作废"))).ShouldBeDone();
        (await desk.ViewAsync("p")).Should().BeEquivalentTo(new { Status = "Aborted", Why = "作废" });
    }

    [Fact]
    public async Task What_cannot_be_started_is_refused_and_leaves_nothing()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("broken", [Build.Activity("f", "Elsa.Fault", ("message", "no"))]);

        (await desk.StartAsync("p", "nobody-published-this")).ShouldBeRefused(CommonRefusals.DefinitionMissing);
        (await desk.SendAsync("p", new StartProcess(new("k"), "broken", JsonText.Of(JsonValue.Create("text"))))).ShouldBeRefused(FreeProcessRefusals.InputUnfit);
        (await desk.SendAsync("p", new CancelProcess(new("k")))).ShouldBeRefused(FreeProcessRefusals.NotFound);
        (await city.FactsAsync("process/p")).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_answers_for_the_clock_for_events_or_for_a_sub_process()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync("late", [Build.Activity("delay", "Elsa.Delay", ("timeSpan", "1.00:00:00"))]);
        await desk.StartAsync("p", "late");
        var wait = (await desk.ViewAsync("p")).Waits.Single().Id;

        (await desk.SendAsync("p", new AnswerWait(new("k"), wait, ""))).ShouldBeRefused(FreeProcessRefusals.NotWaiting);
        (await desk.SendAsync("p", new AnswerWait(new("k"), wait, "Done"))).ShouldBeRefused(FreeProcessRefusals.NotWaiting);
        (await desk.StatusAsync("p")).Should().Be("Running");
    }

    [Fact]
    public async Task Who_must_stand_back_is_refused()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        var ask = Build.Activity(
            "ask", "Supervision.AskForApproval", ("purpose", "sign"), ("role", "LeaderInCharge"), ("excluded", city.As(People.Leader).Account.Value));
        await desk.PublishAsync("sign", [ask, Build.Activity("signed", "Elsa.End"), Build.Activity("unsigned", "Elsa.End")], "ask:Approved>signed", "ask:Rejected>unsigned");
        await desk.StartAsync("p", "sign");
        var wait = (await desk.ViewAsync("p")).Waits.Single().Id;

        (await desk.Process("p").ExecuteAsync(city.As(People.Leader), new AnswerWait(new("k"), wait, "Approved"))).ShouldBeRefused(FreeProcessRefusals.Barred);
    }

    [Fact]
    public async Task A_wait_that_names_a_post_is_answered_by_that_post_alone()
    {
        await using var city = await City.FoundAsync();
        var desk = new ProcessDesk(city);
        await desk.PublishAsync(
            "sign",
            [
                Build.Activity("ask", "Supervision.AskForApproval", ("purpose", "sign"), ("role", "LeaderInCharge")),
                Build.Activity("signed", "Elsa.End"), Build.Activity("unsigned", "Elsa.End"),
            ],
            "ask:Approved>signed", "ask:Rejected>unsigned");
        await desk.StartAsync("p", "sign");
        var wait = (await desk.ViewAsync("p")).Waits.Single().Id;
        var approve = new AnswerWait(new("k"), wait, "Approved");

        (await desk.SendAsync("p", approve)).ShouldBeRefused(FreeProcessRefusals.NotAllowed);
        (await desk.Process("p").ViewAsync(city.As(People.Clerk))).Should().BeNull();
        (await desk.Process("p").ExecuteAsync(city.As(People.Leader), approve with { Outcome = "Perhaps" })).ShouldBeRefused(FreeProcessRefusals.NotWaiting);
        (await desk.Process("p").ViewAsync(city.As(People.Leader))).Should().NotBeNull();
        (await desk.Process("p").ExecuteAsync(city.As(People.Leader), approve)).ShouldBeDone();
        (await desk.StatusAsync("p")).Should().Be("Finished");
    }
}
