using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>并案 and 拆分 through the actors, their processes and the followers between them.</summary>
public sealed class JoiningTests
{
    private static readonly Caller WaterLiaison = People.Of("water.liaison", People.Stranger, Role.Liaison);

    [Fact]
    public async Task A_merged_task_ends_in_the_other_and_its_reports_stay_readable()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        await city.SettleAsync(); // The number is on its way; the one who asks first is not always the first to be heard.
        var other = await new TaskLine(city, "sample-02").UnderWayAsync();
        (await other.SendAsync(People.Director, new CorrectAssignment(other.NextKey, TaskScenario.Assignment with { Lead = People.Stranger }, "职责调整"))).ShouldBeDone();
        (await task.ReportAsync(40)).ShouldBeDone();

        (await task.SendAsync(People.Clerk, new RequestMerger(task.NextKey, new("sample-02"), "内容相同"))).ShouldBeDone();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        var view = await task.ViewAsync();
        (view.Stage, view.Changes.MergedInto, view.Waits.Count, view.NeedsDecision, view.Number)
            .Should().Be((TaskStage.Merged, new TaskId("sample-02"), 0, false, "信政督〔2026〕1号"));
        var survivor = await other.ViewAsync();
        survivor.Changes.TakenIn.Should().ContainSingle().Which.Task.Value.Should().Be("sample-01");
        survivor.Assignment!.Responsible.Should().Equal(People.Lead);
        (await task.Grain.ViewAsync(city.As(WaterLiaison)))!.Progress.LatestText.Should().Be("完成 40%");
        (await task.ReportAsync(50)).ShouldBeRefused(TaskRefusals.NotWaiting);
    }

    [Fact]
    public async Task A_task_that_is_done_meanwhile_takes_nothing_in_and_the_other_goes_on()
    {
        await using var city = await City.FoundAsync();
        var (task, other) = (await new TaskLine(city).UnderWayAsync(), await new TaskLine(city, "sample-02").UnderWayAsync());
        (await task.SendAsync(People.Clerk, new RequestMerger(task.NextKey, new("sample-02"), "内容相同"))).ShouldBeDone();
        (await other.SubmitAsync()).ShouldBeDone();

        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        var view = await task.ViewAsync();
        (view.Stage, view.Changes.Pending.Count, view.Changes.MergedInto).Should().Be((TaskStage.InProgress, 0, null));
        (await other.ViewAsync()).Changes.TakenIn.Should().BeEmpty();
        (await task.ReportAsync(50)).ShouldBeDone();
    }

    [Fact]
    public async Task The_parts_of_a_split_task_are_tasks_with_numbers_and_leads_of_their_own()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Clerk, new RequestSplit(task.NextKey,
            [new("城区书房", TaskScenario.Assignment, 2), new("县区书房", TaskScenario.Assignment with { Lead = People.Stranger })], "分头推进"))).ShouldBeDone();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        (await task.ViewAsync()).Should().Match<TaskView>(view => view.Stage == TaskStage.Split && view.Waits.Count == 0 && view.Changes.Parts.Count == 2);
        var (first, second) = (await new TaskLine(city, "sample-01.1").ViewAsync(), await new TaskLine(city, "sample-01.2").ViewAsync());
        (first.Stage, second.Stage, second.Assignment!.Lead).Should().Be((TaskStage.Assigned, TaskStage.Assigned, People.Stranger));
        new[] { first.Number, second.Number }.Should().BeEquivalentTo("信政督〔2026〕2号", "信政督〔2026〕3号");
        (await new TaskLine(city, "sample-01.2").SendAsync(WaterLiaison, new Acknowledge(new("water-1")))).ShouldBeDone();
    }
}
