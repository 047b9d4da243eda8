using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class FollowingTests
{
    [Fact]
    public async Task A_rebuild_gives_the_same_rows()
    {
        var feeds = new MemoryFeeds();
        Corpus.Fill(feeds, 60);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var before = await registers.ListAllAsync(Sample.Clerk);

        // A mark in the file shows that it was really dropped.
        registers.Run("UPDATE tasks SET title = 'touched by hand'");
        registers.Follower.Rebuild();
        await UntilAsync(() => registers.Ask("SELECT count(*) FROM tasks WHERE title = 'touched by hand'") == 0);
        await registers.CatchUpAsync();

        (await registers.ListAllAsync(Sample.Clerk)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task After_a_restart_reading_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("registers-").FullName;
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1"));
        await using (var before = await RegistersOnDisk.CaughtUpAsync(feeds, folder))
            before.Run("UPDATE tasks SET title = 'kept'");

        feeds.Append("task/t-2", Sample.Registered("t-2"));
        await using (var after = await RegistersOnDisk.CaughtUpAsync(feeds, folder))
            (await after.ListAllAsync(Sample.Clerk)).Select(row => row.Title).Should().BeEquivalentTo("kept", "示范事项");

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(true)] // another store answers
    [InlineData(false)] // tables of another shape
    public async Task Rows_of_another_store_or_shape_are_dropped(bool store)
    {
        var folder = Directory.CreateTempSubdirectory("registers-").FullName;
        var old = new MemoryFeeds();
        old.Append("task/old", Sample.Registered("old"));
        await using (var before = await RegistersOnDisk.CaughtUpAsync(old, folder))
            before.Run(store ? "UPDATE meta SET store = 'another'" : "UPDATE meta SET shape = '0'");

        var feeds = new MemoryFeeds();
        feeds.Append("task/new", Sample.Registered("new"));
        await using (var after = await RegistersOnDisk.CaughtUpAsync(feeds, folder))
            (await after.ListAllAsync(Sample.Clerk)).Select(row => row.Task.Value).Should().Equal("new");

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_store_that_was_rolled_back_is_read_anew()
    {
        var folder = Directory.CreateTempSubdirectory("registers-").FullName;
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1"));
        await using (await RegistersOnDisk.CaughtUpAsync(feeds, folder))
            feeds.RollBack(1);

        await using (var after = new RegistersOnDisk(feeds, folder))
        {
            await after.Follower.StartAsync(default);
            await UntilAsync(() => after.Ask("SELECT count(*) FROM tasks") == 0);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_damaged_file_is_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("registers-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "registers.db"), new string('x', 9_000));
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1"));

        await using (var registers = await RegistersOnDisk.CaughtUpAsync(feeds, folder))
            (await registers.ListAllAsync(Sample.Clerk)).Should().ContainSingle();

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_gateway_in_the_same_folder_is_refused()
    {
        await using var first = new RegistersOnDisk(new MemoryFeeds());

        var second = () => new RegisterDatabase(first.Settings);

        second.Should().Throw<InvalidOperationException>().WithMessage("*in use by another gateway*");
    }

    [Fact]
    public async Task When_a_batch_fails_rows_and_position_stay_where_they_were()
    {
        await using var registers = new RegistersOnDisk(new MemoryFeeds());
        using var writer = new RegisterWriter(registers.Database, WorkingCalendar.Shipped, registers.Time);
        await writer.OpenAsync(new StoreView("s", "Demo", 1), anew: false, default);
        await writer.ApplyAsync(Page(0, 1, "t-1"), default);
        registers.Run("CREATE TRIGGER power_cut BEFORE INSERT ON positions BEGIN SELECT raise(ABORT, 'power cut'); END");

        var cut = () => writer.ApplyAsync(Page(1, 2, "t-2"), default);

        await cut.Should().ThrowAsync<Microsoft.Data.Sqlite.SqliteException>();
        registers.Ask("SELECT position FROM positions").Should().Be(1);
        registers.Ask("SELECT count(*) FROM tasks").Should().Be(1);
        registers.Run("DROP TRIGGER power_cut");
        await writer.ApplyAsync(Page(1, 2, "t-2"), default);
        registers.Ask("SELECT position FROM positions").Should().Be(2);
        registers.Ask("SELECT count(*) FROM tasks").Should().Be(2);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_shown_keeps_no_other_from_being_seen()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        registers.Run("CREATE TRIGGER odd BEFORE UPDATE ON tasks WHEN new.task = 't-1' BEGIN SELECT raise(ABORT, 'odd row'); END");

        feeds.Append("task/t-1", new TaskWithdrawn("误立"));
        for (var n = 2; n < 40; n++)
            feeds.Append($"task/t-{n}", Sample.Registered($"t-{n}"));
        feeds.Append("task/t-1", new TaskWithdrawn("误立"));
        await registers.CatchUpAsync();

        var rows = await registers.ListAllAsync(Sample.Clerk);
        rows.Should().HaveCount(39);
        rows.Single(row => row.Task.Value == "t-1").Stage.Should().NotBe(TaskStage.Withdrawn, "it shows what it showed before");
        registers.Ask("SELECT count(*) FROM set_aside WHERE stream = 'task/t-1' AND error LIKE '%odd row%'").Should().Be(1);
    }

    [Fact]
    public async Task A_page_from_another_position_is_not_applied_twice()
    {
        await using var registers = new RegistersOnDisk(new MemoryFeeds());
        using var writer = new RegisterWriter(registers.Database, WorkingCalendar.Shipped, registers.Time);
        await writer.OpenAsync(new StoreView("s", "Demo", 1), anew: false, default);
        await writer.ApplyAsync(Page(0, 1, "t-1"), default);

        var again = () => writer.ApplyAsync(Page(0, 1, "t-1"), default);

        await again.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Unknown_kinds_are_skipped_and_counted()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1"));
        feeds.AppendRaw("task/t-1", ("task.from-the-future", "{}"u8.ToArray()), ("task.acknowledged", "no json"u8.ToArray()));
        feeds.AppendRaw("task/t-1", ("task.from-the-future", "{}"u8.ToArray()));
        feeds.Append("task/t-1", new TaskWithdrawn("误立"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await registers.ListAllAsync(Sample.Clerk)).Should().ContainSingle().Which.Stage.Should().Be(TaskStage.Withdrawn);
        registers.Ask("SELECT times FROM skipped WHERE kind = 'task.from-the-future'").Should().Be(2);
        registers.Ask("SELECT times FROM skipped WHERE kind = 'task.acknowledged'").Should().Be(1);
    }

    [Fact]
    public async Task Streams_that_no_register_shows_move_the_position_alone()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("account/li", new Supervision.Accounts.SignedIn());
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        // The other shards are empty, and read by loops of their own.
        await UntilAsync(() => registers.Positions.Behind is not null);

        registers.Ask("SELECT count(*) FROM skipped").Should().Be(0);
        registers.Positions.Behind.Should().Be(0);
    }

    private static DecodedPage Page(long after, long position, string task) => DecodedPage.Of(0, after, new FeedPage("s",
    [
        new FeedItem(position, $"task/{task}", [new FeedFact(
            1, "task.registered", Sample.Start, new AccountId("wang"), Sample.Office, null, FactJson.Write(Sample.Registered(task)))]),
    ], position));

    // The follower moves on its own and says nothing of a rebuild: look again until it is there, or the runner gives up.
    private static async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
