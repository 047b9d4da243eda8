using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>A task on its way to another lead, to an end before its time, and back to life: through the actor and its processes.</summary>
public sealed class ChangeTests
{
    private static readonly AgencyCode Water = People.Stranger;
    private static readonly Caller WaterLiaison = People.Of("water.liaison", Water, Role.Liaison);

    [Fact]
    public async Task A_transferred_task_is_the_new_leads_and_the_old_one_is_no_longer_asked()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        await city.GoToAsync(new(2026, 4, 1)); // The report of March has not come, and a ladder runs at the old lead.
        (await SilentAsync(city, "education")).Should().ContainSingle();

        (await task.SendAsync(People.Liaison, new RequestTransfer(task.NextKey, Water, "职能划转"))).ShouldBeDone();
        (await task.ViewAsync()).Changes.Pending.Should().ContainSingle().Which.Change.Should().Be(ChangeKind.Transfer);
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        var view = await task.ViewAsync();
        (view.Stage, view.Assignment!.Lead, view.Changes.Reassigned, view.Number).Should().Be((TaskStage.Assigned, Water, 1, "信政督〔2026〕1号"));
        view.Waits.Should().ContainSingle().Which.Activity.Should().Be("acknowledge");
        (await SilentAsync(city, "education")).Should().BeEmpty();
        (await task.AcknowledgeAsync()).ShouldBeRefused(TaskRefusals.NotFound);
        (await task.SendAsync(WaterLiaison, new Acknowledge(task.NextKey))).ShouldBeDone();
        (await task.SendAsync(WaterLiaison, new ReportProgress(task.NextKey, 40, "已接手"))).ShouldBeDone();
    }

    [Fact]
    public async Task A_refused_transfer_changes_nothing_and_may_be_asked_for_again()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Director, new RequestTransfer(task.NextKey, Water, "职能划转"))).ShouldBeDone();

        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
        (await task.SendAsync(People.Leader, new Decide(task.NextKey, Verdict.Rejected, "仍由原单位办理"))).ShouldBeDone();

        var view = await task.ViewAsync();
        (view.Stage, view.Assignment!.Lead, view.Changes.Pending.Count).Should().Be((TaskStage.InProgress, People.Lead, 0));
        (await task.SendAsync(People.Liaison, new RequestTransfer(task.NextKey, Water, "职能划转"))).ShouldBeDone();
    }

    [Fact]
    public async Task A_leader_terminates_and_everything_of_the_task_ends()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Clerk, new RequestTermination(task.NextKey, "政策调整"))).ShouldBeDone();

        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
        (await task.SendAsync(People.Leader, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.GoToAsync(new(2026, 8, 1));

        var view = await task.ViewAsync();
        (view.Stage, view.Waits.Count, view.NeedsDecision).Should().Be((TaskStage.Terminated, 0, false));
        view.Actions.Should().BeEmpty();
    }

    [Fact]
    public async Task An_archived_task_is_reopened_and_done_again()
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        await DoneAsync(task);
        (await task.ArchiveAsync()).ShouldBeDone();

        (await task.SendAsync(People.Clerk, new RequestReopening(task.NextKey, new(2026, 9, 30), "问题反弹"))).ShouldBeDone();
        (await task.SendAsync(People.Director, new Decide(task.NextKey, Verdict.Approved))).ShouldBeDone();
        (await task.AcknowledgeAsync()).ShouldBeDone();
        await DoneAsync(task);

        var view = await task.ViewAsync();
        (view.Stage, view.Changes.Reopened, view.Assignment!.DueOn).Should().Be((TaskStage.ClosedOut, 1, new DateOnly(2026, 9, 30)));
    }

    private static async Task DoneAsync(TaskLine task)
    {
        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
        (await task.AppraiseAsync()).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
    }

    private static async Task<IReadOnlyList<object>> SilentAsync(City city, string agency) =>
        [.. (await city.Grains.GetGrain<IDepartmentGrain>(agency).ViewAsync(city.As(People.Director)))!.SilentTasks.Cast<object>()];
}
