using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class PagingTests
{
    [Fact]
    public async Task Pages_repeat_nothing_and_hide_nothing_while_tasks_come_in()
    {
        var feeds = new MemoryFeeds();
        for (var i = 0; i < 30; i++)
            feeds.Append($"task/t-{i:D2}", Sample.Registered($"t-{i:D2}"), new TaskAssigned(Sample.To(Sample.Gushi, i / 3)));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var seen = new List<string>();
        PageCursor? cursor = null;
        for (var page = 0; page < 10 && (page == 0 || cursor is not null); page++)
        {
            var answer = await registers.Register.ListAsync(
                Sample.Clerk, new TaskQuery(TaskFilter.Everything, Cursor: cursor, Limit: 4));
            seen.AddRange(answer.Items.Select(row => row.Task.Value));
            cursor = PageCursor.TryParse(answer.Next, out var next) ? next : null;
            feeds.Append($"task/a-{page}", Sample.Registered($"a-{page}"), new TaskAssigned(Sample.To(Sample.Gushi, 0)));
            await registers.CatchUpAsync();
        }

        seen.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        seen.Should().Contain(Enumerable.Range(0, 30).Select(i => $"t-{i:D2}"));
    }

    [Fact]
    public async Task The_latest_change_comes_first_when_asked_for()
    {
        var feeds = new MemoryFeeds();
        for (var i = 0; i < 9; i++)
            feeds.Append($"task/t-{i}", Sample.Registered($"t-{i}"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var first = await registers.Register.ListAsync(
            Sample.Clerk, new TaskQuery(TaskFilter.Everything, TaskSort.Changed, Limit: 5));
        PageCursor.TryParse(first.Next, out var cursor).Should().BeTrue();
        var second = await registers.Register.ListAsync(
            Sample.Clerk, new TaskQuery(TaskFilter.Everything, TaskSort.Changed, cursor, Limit: 5));

        var all = first.Items.Concat(second.Items).ToArray();
        all.Should().HaveCount(9).And.BeInDescendingOrder(row => row.ChangedAt);
        second.Next.Should().BeNull();
    }

    [Fact]
    public async Task Open_tasks_come_before_those_without_a_date_and_closed_ones_last()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/closed", Sample.Registered("closed"), new TaskAssigned(Sample.To(Sample.Gushi, -9)), new TaskWithdrawn("误立"));
        feeds.Append("task/undated", Sample.Registered("undated"));
        feeds.Append("task/late", Sample.Registered("late"), new TaskAssigned(Sample.To(Sample.Gushi, -1)));
        feeds.Append("task/early", Sample.Registered("early"), new TaskAssigned(Sample.To(Sample.Gushi, 9)));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var rows = await registers.ListAllAsync(Sample.Clerk);

        rows.Select(row => row.Task.Value).Should().Equal("late", "early", "undated", "closed");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PageQuery.LimitMax + 1)]
    public void A_limit_out_of_range_is_a_flaw(int limit) =>
        new TaskQuery(TaskFilter.Everything, Limit: limit).Flaw()!.Value.Refusal.Should().Be(RegisterRefusals.LimitOutOfRange);

    [Fact]
    public void A_cursor_belongs_to_its_order()
    {
        var cursor = new PageCursor(nameof(TaskSort.Changed), 1, "t-1");

        new TaskQuery(TaskFilter.Everything, TaskSort.Urgency, cursor).Flaw()!.Value.Refusal.Should().Be(RegisterRefusals.CursorUnfit);
        PageCursor.TryParse(cursor.ToString(), out var same).Should().BeTrue();
        same.Should().Be(cursor);
        PageCursor.TryParse("no cursor", out _).Should().BeFalse();
    }
}
