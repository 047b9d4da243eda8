using Supervision.Tasks;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Actors;

/// <summary>Closed means closed: whatever was under way beside the directive is over with it, and nothing records any more.</summary>
public sealed class ClosedTaskTests
{
    private static readonly Supervision.Language.Caller[] Everybody = [People.Clerk, People.Director, People.Liaison, People.Leader];
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("archived")]
    public async Task No_command_changes_a_closed_task(string how)
    {
        await using var city = await City.FoundAsync();
        var task = await new TaskLine(city).UnderWayAsync();
        (await task.SendAsync(People.Liaison, new RequestExtension(task.NextKey, new(2026, 9, 30), "雨季"))).ShouldBeDone();
        (await task.SendAsync(People.Director, new StopClock(task.NextKey, "协调"))).ShouldBeDone();
        await CloseAsync(task, how);
        await city.SettleAsync(); // The number that it had asked for comes by a follower.

        var version = (await task.ViewAsync()).Version;
        foreach (var (command, person) in EveryCommand(task).SelectMany(command => Everybody.Select(person => (command, person))))
            await task.SendAsync(person, command);
        await city.GoToAsync(new(2026, 12, 1));

        var view = await task.ViewAsync();
        view.Version.Should().Be(version);
        view.Waits.Should().BeEmpty();
        view.Actions.Should().BeEquivalentTo(how == "archived" ? ["request-reopening"] : Array.Empty<string>());
        view.ClockStoppedOn.Should().BeNull();
        view.RequestedDueOn.Should().BeNull();
    }

    private static async Task CloseAsync(TaskLine task, string how)
    {
        if (how == "withdrawn")
        {
            (await task.SendAsync(People.Director, new Withdraw(task.NextKey, "撤并"))).ShouldBeDone();
            return;
        }

        (await task.SubmitAsync()).ShouldBeDone();
        (await task.VerifyAsync()).ShouldBeDone();
        (await task.AppraiseAsync()).ShouldBeDone();
        (await task.CloseOutAsync()).ShouldBeDone();
        (await task.ArchiveAsync()).ShouldBeDone();
    }

    private static TaskCommand[] EveryCommand(TaskLine task) =>
    [
        new Decide(task.NextKey, Verdict.Approved), new Assign(task.NextKey, TaskScenario.Assignment), new Acknowledge(task.NextKey),
        new RefuseAsNotOurs(task.NextKey, "非职责"), new ReportProgress(task.NextKey, 50, "进展"), new ReviewReport(task.NextKey, true),
        new SubmitCompletion(task.NextKey, "完成", Evidence), new Verify(task.NextKey, true, "属实"),
        new Appraise(task.NextKey, Appraisal.Good, "好"), new CloseOut(task.NextKey, "完成", "回执"), new Archive(task.NextKey),
        new Expedite(task.NextKey, "快"), new RequestExtension(task.NextKey, new(2026, 10, 30), "雨季"),
        new StopClock(task.NextKey, "停"), new ResumeClock(task.NextKey), new Withdraw(task.NextKey, "撤"),
    ];
}
