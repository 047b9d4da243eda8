using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>A task that was registered to run 13710, in its actor and with the commands of the office.</summary>
public sealed class Directive13710Tests
{
    [Fact]
    public async Task A_task_lives_its_whole_life_by_13710()
    {
        await using var city = await City.FoundAsync();
        var task = await UnderWayAsync(city);
        (await task.ReportAsync(10)).ShouldBeDone();
        (await task.ReviewAsync()).ShouldBeDone();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Rejected, "一般事项"))).ShouldBeDone();

        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync(accepted: false)).ShouldBeDone();
        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
        (await task.AppraiseAsync()).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
        (await task.ArchiveAsync()).ShouldBeDone();
        (await task.ViewAsync()).Stage.Should().Be(TaskStage.Archived);
    }

    [Fact]
    public async Task Silence_on_the_fourth_working_day_and_after_the_seventh_climbs()
    {
        await using var city = await City.FoundAsync();
        var task = await UnderWayAsync(city); // on Monday 2 March

        await city.GoToAsync(new(2026, 3, 5));
        (await LaddersAsync(city, task)).Should().BeEmpty();
        await city.GoToAsync(new(2026, 3, 6));
        (await LaddersAsync(city, task)).Should().Equal("first-report");
        await city.GoToAsync(new(2026, 3, 12));
        (await LaddersAsync(city, task)).Should().Contain("completion");
    }

    [Fact]
    public async Task A_complex_matter_follows_the_due_date_and_its_extension()
    {
        await using var city = await City.FoundAsync();
        var task = await UnderWayAsync(city);
        await task.ReportAsync(10);
        await task.ReviewAsync();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();

        (await LimitAsync(task)).Should().Be(TaskScenario.DueOn);
        (await task.SendAsync(People.Liaison, new RequestExtension(task.NextKey, new(2026, 8, 31), "雨季"))).ShouldBeDone();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        (await LimitAsync(task)).Should().Be(new DateOnly(2026, 8, 31));
    }

    [Fact]
    public async Task A_process_that_is_no_tasks_is_refused()
    {
        await using var city = await City.FoundAsync();

        (await RegisterAsync(new TaskLine(city), "sub-ladder")).ShouldBeRefused(TaskRefusals.ProcessUnknown);
    }

    private static async Task<TaskLine> UnderWayAsync(City city)
    {
        var task = new TaskLine(city);
        (await RegisterAsync(task, "13710")).ShouldBeDone();
        (await task.ApproveAsync()).ShouldBeDone();
        (await task.AssignAsync()).ShouldBeDone();
        (await task.AcknowledgeAsync()).ShouldBeDone();
        return task;
    }

    private static Task<Receipt> RegisterAsync(TaskLine task, string process) => task.SendAsync(People.Clerk, new Register(
        task.NextKey, "群众反映路灯不亮", "限期修复", SupervisionKind.Daily, TaskSource.Clue, TaskScenario.Authority, Process: process));

    private static async Task<DateOnly> LimitAsync(TaskLine task) => DateOnly.FromDateTime(
        (await task.ViewAsync()).Waits.Single(wait => wait.Kind == WaitKinds.Completion).Dues["limit"].AddTicks(-1)
            .ToOffset(TimeSpan.FromHours(8)).DateTime);

    private static async Task<IEnumerable<string>> LaddersAsync(City city, TaskLine task) =>
        (await city.FactsAsync(task.Stream)).OfType<TaskEscalated>().Where(fact => fact.Rung == 1).Select(fact => fact.About);
}
