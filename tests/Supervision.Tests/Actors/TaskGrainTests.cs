using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

public sealed class TaskGrainTests
{
    [Fact]
    public async Task A_task_lives_its_whole_main_line()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();

        (await task.ReportAsync(30)).ShouldBeDone();
        (await task.ReviewAsync(passed: false)).ShouldBeDone();
        (await task.ReportAsync(40)).ShouldBeDone();
        (await task.ReviewAsync()).ShouldBeDone();
        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync(accepted: false)).ShouldBeDone();
        (await task.ViewAsync()).Stage.Should().Be(TaskStage.InProgress);
        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
        (await task.AppraiseAsync()).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
        (await task.ArchiveAsync()).ShouldBeDone();

        var view = await task.ViewAsync();
        view.Stage.Should().Be(TaskStage.Archived);
        view.Waits.Should().BeEmpty("the process has come to its end");
        view.Progress.Returned.Should().Be(2, "one report and one completion were returned");
    }

    [Fact]
    public async Task A_step_out_of_order_is_refused_and_says_what_is_waited_for()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();

        var refused = (await task.AssignAsync()).Should().BeOfType<Receipt.Refused>().Which;
        refused.Code.Should().Be("task.not-waiting");
        refused.Chinese.Should().Contain("待审").And.Contain("立项审批");
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_records_nothing()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        var report = new ReportProgress(new("once"), 30, "进展");

        var first = await task.SendAsync(People.Liaison, report);
        var facts = (await city.FactsAsync(task.Stream)).Count;
        var again = await task.SendAsync(People.Liaison, report);

        again.Should().Be(first);
        (await city.FactsAsync(task.Stream)).Should().HaveCount(facts);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        await task.SendAsync(People.Liaison, new ReportProgress(new("once"), 30, "进展"));

        (await task.SendAsync(People.Liaison, new ReportProgress(new("once"), 31, "进展"))).ShouldBeRefused(CommonRefusals.KeyReused);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_so_the_same_key_may_succeed_later()
    {
        await using var city = await City.FoundAsync();
        var task = new TaskLine(city);
        await task.RegisterAsync();
        var assign = new Assign(new("assign"), TaskScenario.Assignment);

        (await task.SendAsync(People.Clerk, assign)).ShouldBeRefused(TaskRefusals.NotWaiting);
        await task.ApproveAsync();
        (await task.SendAsync(People.Clerk, assign)).ShouldBeDone();
    }

    [Fact]
    public async Task Another_activation_reads_the_same_state_from_the_ledger()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        for (var percent = 10; percent <= 60; percent += 10)
        {
            (await task.ReportAsync(percent)).ShouldBeDone();
            (await task.ReviewAsync()).ShouldBeDone();
        }

        var before = await task.ViewAsync();
        before.Version.Should().BeGreaterThan(20, "a snapshot and a tail should be read");
        await city.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        (await task.ViewAsync()).Should().BeEquivalentTo(before);
        (await task.SubmitAsync()).ShouldBeDone();
    }

    [Fact]
    public async Task A_caller_that_nobody_minted_reaches_no_grain()
    {
        await using var city = await City.FoundAsync();
        var forged = People.Director with { Seal = "00" };

        await city.Grains.Invoking(grains => grains.GetGrain<ITaskGrain>("sample-01").ViewAsync(forged))
            .Should().ThrowAsync<CallerNotVerifiedException>();
    }

    [Fact]
    public async Task A_caller_whose_time_is_over_reaches_no_grain()
    {
        await using var city = await City.FoundAsync();
        var caller = city.As(People.Director);
        city.Time.Advance(CallerSeal.Lifetime + TimeSpan.FromSeconds(1));

        await city.Grains.Invoking(grains => grains.GetGrain<ITaskGrain>("sample-01").ViewAsync(caller))
            .Should().ThrowAsync<CallerNotVerifiedException>();
    }

    [Theory]
    [InlineData(Role.Clock)]
    [InlineData(Role.Follower)]
    [InlineData(Role.Founder)]
    public async Task A_gateway_cannot_mint_a_caller_of_the_system(Role role)
    {
        await using var city = await City.FoundAsync();
        var caller = city.As(People.Of("clock", new("supervision-system"), role));

        await city.Grains.Invoking(grains => grains.GetGrain<ITaskGrain>("sample-01").FireAsync(caller, "directive/b1#limit"))
            .Should().ThrowAsync<CallerNotVerifiedException>();
    }

    [Fact]
    public async Task Only_the_clock_fires_a_due_time()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();

        (await task.Grain.FireAsync(city.As(People.Director), "directive/b1#limit")).ShouldBeRefused(CommonRefusals.DueNotClock);
    }
}
