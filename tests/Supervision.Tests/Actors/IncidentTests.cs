using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Ledger;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>A process that fails stands, is seen, and is mended by somebody with the right; what people did stays done.</summary>
public sealed class IncidentTests
{
    private const string Directive = TaskRules.DirectiveInstance;

    [Fact]
    public async Task A_command_whose_process_fails_is_recorded_and_the_process_stands()
    {
        await using var city = await City.FoundAsync();
        var (task, _) = await StandingAsync(city);

        var view = await task.ViewAsync();
        (view.Stage, view.NeedsDecision).Should().Be((TaskStage.Assigned, false));
        view.Waits.Should().BeEmpty();
        view.Incidents.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Instance = Directive, Activity = "notice", Node = "Workflow1:main:notice", Message = "Input 'to' is missing." });
        (await city.FactsAsync(task.Stream)).TakeLast(4).Select(fact => fact.GetType())
            .Should().Equal(typeof(TaskAssigned), typeof(NumberRequested), typeof(ProcessStepped), typeof(ProcessIncidentRecorded));

        var refused = await task.AcknowledgeAsync();
        refused.ShouldBeRefused(TaskRefusals.NotWaiting);
        refused.Should().BeOfType<Receipt.Refused>().Which.English.Should().Contain("stands with an incident at \"notice\"");
    }

    [Fact]
    public async Task What_fails_at_once_is_registered_all_the_same()
    {
        await using var city = await City.FoundAsync();
        await new BrokenProcess(city).PublishAsync("directive", BrokenProcess.FailAtOnce);
        var task = new TaskLine(city);

        (await task.RegisterAsync()).ShouldBeDone();

        (await task.ViewAsync()).Incidents.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_skipped_goes_on_and_the_ledger_knows_by_whom_and_why()
    {
        await using var city = await City.FoundAsync();
        var (task, office) = await StandingAsync(city);
        var run = (await task.ViewAsync()).Incidents.Single().Run;

        (await office.SendAsync(task.Stream, new SkipIncident(office.NextKey, Directive, run, " "))).ShouldBeRefused(ProcessRefusals.ReasonUnfit);
        (await office.SendAsync(task.Stream, new SkipIncident(office.NextKey, Directive, run, "已电话通知", "Perhaps"))).ShouldBeRefused(ProcessRefusals.OutcomeUnknown);
        var skip = new SkipIncident(office.NextKey, Directive, run, "已电话通知");
        var done = (await office.SendAsync(task.Stream, skip)).ShouldBeDone();
        (await office.SendAsync(task.Stream, skip)).Should().Be(done, "sent twice it is done once");

        (await city.FactsAsync(task.Stream)).OfType<ProcessIncidentResolved>().Should().ContainSingle()
            .Which.Should().Be(new ProcessIncidentResolved(Directive, run, IncidentEnd.Skipped, null, "已电话通知"));
        (await AuthorsAsync(city, task.Stream))[^1].Should().Be("designer");
        (await task.ViewAsync()).Incidents.Should().BeEmpty();
        (await task.AcknowledgeAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task What_is_retried_in_vain_stands_again()
    {
        await using var city = await City.FoundAsync();
        var (task, office) = await StandingAsync(city);
        var run = (await task.ViewAsync()).Incidents.Single().Run;
        city.Time.Advance(TimeSpan.FromHours(1));

        (await office.SendAsync(task.Stream, new RetryIncident(office.NextKey, Directive, run))).ShouldBeDone();

        (await task.ViewAsync()).Incidents.Should().ContainSingle().Which.At.Should().Be(city.Time.GetUtcNow());
        (await city.FactsAsync(task.Stream)).OfType<ProcessIncidentRecorded>().Should().HaveCount(2);
        (await office.SendAsync(task.Stream, new RetryIncident(office.NextKey, Directive, 999))).ShouldBeRefused(ProcessRefusals.IncidentNotFound);
        (await office.SendAsync(task.Stream, new RetryIncident(office.NextKey, "nothing", run))).ShouldBeRefused(ProcessRefusals.NotFound);
        (await office.SendAsync(task.Stream, new RetryIncident(office.NextKey, Directive, run), People.Director)).ShouldBeRefused(ProcessRefusals.NotAllowed);
    }

    [Fact]
    public async Task A_mended_definition_reaches_what_stands_and_the_retry_goes_through()
    {
        await using var city = await City.FoundAsync();
        var (task, office) = await StandingAsync(city);
        var mended = await office.PublishAsync("directive", BrokenProcess.NoticeAfterAssignment("liaison"));

        (await office.SendAsync(task.Stream, new MigrateProcess(office.NextKey, Directive, mended))).ShouldBeDone();
        var incident = (await task.ViewAsync()).Incidents.Should().ContainSingle("a migration mends nothing by itself").Which;
        (await office.SendAsync(task.Stream, new RetryIncident(office.NextKey, Directive, incident.Run))).ShouldBeDone();

        (await task.ViewAsync()).Incidents.Should().BeEmpty();
        (await city.FactsAsync(task.Stream)).OfType<ProcessRequestRecorded>().Should().ContainSingle().Which.Activity.Should().Be("notice");
        (await task.AcknowledgeAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task A_task_whose_process_was_aborted_stays_where_it_was_and_needs_a_decision()
    {
        await using var city = await City.FoundAsync();
        var (task, office) = await StandingAsync(city);

        (await office.SendAsync(task.Stream, new AbortProcess(office.NextKey, Directive, "")))
            .ShouldBeRefused(ProcessRefusals.ReasonUnfit);
        (await office.SendAsync(task.Stream, new AbortProcess(office.NextKey, Directive, "流程有误"))).ShouldBeDone();

        var view = await task.ViewAsync();
        (view.Stage, view.NeedsDecision).Should().Be((TaskStage.Assigned, true));
        (await city.FactsAsync(task.Stream))[^1].Should().Be(new ProcessEnded(Directive, "Aborted", "流程有误"));
        (await task.SendAsync(People.Director, new Withdraw(task.NextKey, "另行立项"))).ShouldBeDone();
        (await task.ViewAsync()).NeedsDecision.Should().BeFalse();
    }

    [Fact]
    public async Task An_extension_that_was_aborted_is_refused_and_another_may_be_asked_for()
    {
        await using var city = await City.FoundAsync();
        var office = new BrokenProcess(city);
        await office.PublishAsync("extension", BrokenProcess.FailAtOnce);
        var task = await new TaskLine(city).UnderWayAsync();
        (await ExtendAsync(task)).ShouldBeDone();
        (await ExtendAsync(task)).ShouldBeRefused(TaskRefusals.ExtensionPending);

        (await office.SendAsync(task.Stream, new AbortProcess(office.NextKey, TaskRules.ExtensionInstance, "流程有误"))).ShouldBeDone();

        (await city.FactsAsync(task.Stream)).OfType<ExtensionRefused>().Should().ContainSingle();
        (await task.ViewAsync()).NeedsDecision.Should().BeFalse();
        (await ExtendAsync(task)).ShouldBeDone();
    }

    [Fact]
    public async Task A_ladder_that_fails_holds_nothing_up_and_ends_with_its_wait()
    {
        await using var city = await City.FoundAsync();
        await new BrokenProcess(city).PublishAsync("sub-ladder", BrokenProcess.FailAtOnce);
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();

        await city.GoToAsync(new(2026, 3, 10));
        (await task.ViewAsync()).Incidents.Should().ContainSingle().Which.Instance.Should().StartWith("ladder-");
        (await task.AcknowledgeAsync()).ShouldBeDone();

        (await task.ViewAsync()).Incidents.Should().BeEmpty();
    }

    [Fact]
    public async Task A_ladder_rests_while_nobody_can_answer_and_climbs_on_afterwards()
    {
        await using var city = await City.FoundAsync();
        var office = new BrokenProcess(city);
        await office.PublishAsync("directive", BrokenProcess.NoticeWhenExpedited);
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        await task.AssignAsync();
        await city.GoToAsync(new(2026, 3, 6));
        (await task.ViewAsync()).Progress.Escalated.Should().Be(1, "the limit has passed and the first rung was climbed");

        (await task.SendAsync(People.Clerk, new Expedite(task.NextKey, "请签收"))).ShouldBeDone();
        var incident = (await task.ViewAsync()).Incidents.Should().ContainSingle().Which;
        await city.GoToAsync(new(2026, 3, 31));
        (await task.ViewAsync()).Progress.Escalated.Should().Be(1);

        (await office.SendAsync(task.Stream, new SkipIncident(office.NextKey, Directive, incident.Run, "不再通知"))).ShouldBeDone();
        await city.SettleAsync();
        (await task.ViewAsync()).Progress.Escalated.Should().Be(2, "the next rung was due long ago");
        (await task.AcknowledgeAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task An_actor_that_wakes_up_knows_where_its_process_stands()
    {
        var ledger = new FailingLedger(new MemoryLedger());
        await using var city = await City.FoundAsync(ledger);
        var (task, office) = await StandingAsync(city);
        var run = (await task.ViewAsync()).Incidents.Single().Run;

        ledger.BeforeNextAppend = _ => throw new LedgerUnavailableException("the disk is full");
        var skip = new SkipIncident(office.NextKey, Directive, run, "已电话通知");
        await FluentActions.Awaiting(() => office.SendAsync(task.Stream, skip)).Should().ThrowAsync<LedgerUnavailableException>();

        (await task.ViewAsync()).Incidents.Should().ContainSingle();
        (await office.SendAsync(task.Stream, skip)).ShouldBeDone();
        (await task.AcknowledgeAsync()).ShouldBeDone();
    }

    private static async Task<(TaskLine Task, BrokenProcess Office)> StandingAsync(City city)
    {
        var office = new BrokenProcess(city);
        await office.PublishAsync("directive", BrokenProcess.NoticeAfterAssignment("=''"));
        var task = new TaskLine(city);
        await task.RegisterAsync();
        await task.ApproveAsync();
        (await task.AssignAsync()).ShouldBeDone();
        return (task, office);
    }

    private static Task<Receipt> ExtendAsync(TaskLine task) =>
        task.SendAsync(People.Liaison, new RequestExtension(task.NextKey, new(2026, 9, 30), "雨季"));

    private static async Task<IReadOnlyList<string>> AuthorsAsync(City city, string stream)
    {
        var authors = new List<string>();
        await foreach (var recorded in city.Ledger.ReadAsync(stream, 0, CancellationToken.None))
            authors.Add(EnvelopeJson.Read(recorded.Body.Span).Actor.Account.Value);
        return authors;
    }
}
