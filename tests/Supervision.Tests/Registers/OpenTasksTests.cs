using Supervision.Language;
using Supervision.Numbers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

/// <summary>What a new task is compared with.</summary>
public sealed class OpenTasksTests
{
    private static readonly NumberGiven Number = new(SeriesId.OfTasks(2025), 7, "信政督〔2025〕7号");

    [Fact]
    public async Task Only_open_tasks_of_the_agencies_that_the_caller_sees_are_compared()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/open", Sample.Registered("open", "城市书房"), new TaskAssigned(Sample.To(Sample.Gushi)), Number);
        feeds.Append("task/proposed", Sample.Registered("proposed", "道路", proposed: Sample.To(Sample.Education, 60, Sample.Gushi)));
        feeds.Append("task/closed", Sample.Registered("closed", "学校"), new TaskAssigned(Sample.To(Sample.Gushi)), new TaskWithdrawn("撤并"));
        feeds.Append("task/others", Sample.Registered("others", "港口"), new TaskAssigned(Sample.To(Sample.Xinxian)));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await registers.Register.ListOpenAsync(Sample.Clerk, [Sample.Gushi])).Should().BeEquivalentTo(
            [new OpenTask(new("open"), "城市书房", Number.Text), new OpenTask(new("proposed"), "道路", null)]);
        (await registers.Register.ListOpenAsync(Sample.Caller(Sample.Xinxian, Role.Liaison), [Sample.Gushi])).Should().BeEmpty();
    }
}
