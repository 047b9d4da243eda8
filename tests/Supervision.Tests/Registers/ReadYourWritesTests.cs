using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class ReadYourWritesTests
{
    [Fact]
    public async Task A_query_waits_for_the_position_it_names()
    {
        var feeds = new MemoryFeeds();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var next = new FeedPosition(feeds.Append("task/t-1", Sample.Registered("t-1")).Shard, 2);

        var answer = registers.Register.ListAsync(Sample.Clerk, new TaskQuery(), next);
        answer.IsCompleted.Should().BeFalse();
        feeds.Append("task/t-1", new TaskWithdrawn("误立")).Should().Be(next);
        var page = await answer;

        page.Items.Should().ContainSingle().Which.Stage.Should().Be(TaskStage.Withdrawn);
        page.Stand.Should().Be(new RegisterStand(Sample.Start, next, Stale: false, Behind: 0));
    }

    [Fact]
    public async Task Past_its_patience_a_query_answers_and_says_that_it_is_stale()
    {
        var feeds = new MemoryFeeds();
        var there = feeds.Append("task/t-1", Sample.Registered("t-1"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var answer = registers.Register.CountAsync(
            Sample.Clerk, TaskFilter.Everything, there with { Position = there.Position + 5 });
        answer.IsCompleted.Should().BeFalse();
        registers.Time.Advance(registers.Settings.SeenWait);
        var counts = await answer;

        counts.Total.Should().Be(1);
        counts.Stand.Stale.Should().BeTrue();
        counts.Stand.Position.Should().Be(there);
    }

    [Fact]
    public async Task Before_the_store_is_reached_a_query_answers_with_nothing_and_does_not_say_it_is_current()
    {
        await using var registers = new RegistersOnDisk(new MemoryFeeds());

        var page = await registers.Register.ListAsync(Sample.Clerk, new TaskQuery());

        page.Items.Should().BeEmpty();
        page.Stand.Behind.Should().BeNull();
    }
}
