using CsCheck;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class CountTests
{
    [Fact]
    public void The_phases_of_a_light_are_what_its_rule_says_on_every_day() =>
        Gen.Select(Generated.Task, Gen.Int[-400, 400]).Sample((task, days) =>
        {
            var day = Sample.Today.AddDays(days);
            return LightPhases.Of(LightInputs.Of(task), WorkingCalendar.Shipped).On(day)
                == LightRules.Of(task, day, WorkingCalendar.Shipped).Light;
        }, iter: 20_000);

    [Fact]
    public async Task Counts_are_equal_to_lists_with_the_same_filter_on_every_day()
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        for (var week = 0; week < 12; week++)
        {
            var today = WorkingCalendar.DayOf(registers.Time.GetUtcNow());
            var counts = await registers.Register.CountAsync(Sample.Clerk, TaskFilter.Everything);

            counts.Total.Should().Be(tasks.Count);
            counts.ByStage.Values.Sum().Should().Be(counts.Total);
            counts.ByLead.Values.Sum().Should().Be(counts.Total);
            foreach (var light in Enum.GetValues<Light>())
            {
                var listed = await registers.ListAllAsync(Sample.Clerk, new TaskFilter(Lights: [light]), limit: 50);
                listed.Should().HaveCount((int)counts.ByLight.GetValueOrDefault(light));
                listed.Select(row => row.Task.Value).Should().BeEquivalentTo(tasks
                    .Where(task => LightRules.Of(task.Value, today, WorkingCalendar.Shipped).Light == light).Select(task => task.Key));
            }

            registers.Time.Advance(TimeSpan.FromDays(7));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public async Task Rows_lit_for_another_day_are_what_the_rule_says_and_their_sums_too(int days)
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var day = Sample.Today.AddDays(days);

        await registers.TurnToAsync(day);

        registers.Ask($"SELECT count(*) FROM light_day WHERE day = {day.DayNumber}").Should().Be(1);
        foreach (var light in Enum.GetValues<Light>())
        {
            var lit = tasks.Count(task => LightRules.Of(task.Value, day, WorkingCalendar.Shipped).Light == light);
            registers.Ask($"SELECT count(*) FROM tasks WHERE light = {(int)light}").Should().Be(lit);
            registers.Ask($"SELECT coalesce(sum(tasks), 0) FROM task_sums WHERE agency = '' AND light = {(int)light}").Should().Be(lit);
        }
    }

    [Fact]
    public async Task A_list_looks_at_no_more_rows_than_it_says()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", [Sample.Registered("t-1"), new TaskAssigned(Sample.To(Sample.Gushi), Sample.Today)]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var more = TaskPage.LookedAtMax;
        registers.Run(
            $"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {more}) "
            + "INSERT INTO tasks SELECT 1000 + i, 'copy-' || i, title, stage, lead, responsible, cooperating, starts_on, due_on, requested_due_on, clock_stopped_on, "
            + "percent, planned_percent, missed_period, returned, expedited, escalated, proposed, plan, plan_path, changed_at, version, urgency, "
            + "light, light_early, soon_from, light_soon, light_overdue, number, handler FROM n, (SELECT * FROM tasks LIMIT 1)");

        var all = await registers.Register.ListAsync(Sample.Clerk, new TaskQuery());
        var due = await registers.Register.ListAsync(Sample.Clerk, new TaskQuery(new TaskFilter(DueFrom: Sample.Today)));
        var counts = await registers.Register.CountAsync(Sample.Clerk, TaskFilter.Everything);

        (all.Total, all.TotalIsMore).Should().Be((more + 1, false), "a sum is kept");
        (due.Total, due.TotalIsMore).Should().Be((more, true));
        counts.Total.Should().Be(more + 1);
    }

    [Fact]
    public async Task Every_way_to_the_rows_finds_the_same_in_the_same_order()
    {
        var feeds = new MemoryFeeds();
        Corpus.Fill(feeds, 300);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        Caller[] callers = [Sample.Clerk, Sample.Caller(Sample.Gushi, Role.Liaison), Sample.Leader(Sample.Education, Sample.Gushi)];

        Gen.Select(Gen.Int[0, 2], Generated.Filter, Gen.Enum<TaskSort>()).Sample((caller, filter, sort) =>
            WaysDiffer(registers, callers[caller], new TaskQuery(filter, sort)).Should().BeEmpty(), iter: 500);
    }

    [Fact]
    public async Task Kept_sums_are_equal_to_lists_for_an_agency_too()
    {
        var feeds = new MemoryFeeds();
        Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        foreach (var agency in new[] { Sample.Gushi, Sample.Education, Sample.Xinxian })
        {
            var liaison = Sample.Caller(agency, Role.Liaison);
            var seen = await registers.ListAllAsync(liaison);
            (await registers.Register.CountAsync(liaison, TaskFilter.Everything)).Total.Should().Be(seen.Count);
            (await registers.Register.ListAsync(Sample.Clerk, new TaskQuery(new TaskFilter(Agency: agency)))).Total.Should().Be(seen.Count);
            foreach (var light in Enum.GetValues<Light>())
            {
                (await registers.Register.CountAsync(liaison, new TaskFilter(Lights: [light]))).Total
                    .Should().Be(seen.Count(row => row.Light.Light == light));
            }
        }
    }

    // What each way finds that another does not, or in another order.
    private static IEnumerable<string> WaysDiffer(RegistersOnDisk registers, Caller caller, TaskQuery query)
    {
        using var connection = registers.Database.OpenReader();
        var found = new TaskPaths(connection, Text(), caller, query).All
            .Select(path => (path.By, Rows: string.Join(' ', Found(path.By)))).ToArray();
        return found.Where(way => way.Rows != found[0].Rows).Select(way => $"{way.By}: {way.Rows} instead of {found[0].Rows}");

        QueryText Text() => new(Sample.Today, Sample.Today);

        IEnumerable<string> Found(FoundBy by)
        {
            var text = Text();
            var order = TaskRegister.OrderOf(query, text, by).Order;
            return text.Rows(connection,
                $"SELECT t.task FROM {QueryText.From(by)} WHERE {text.Matches(caller, query.Filter, by)} ORDER BY {order}", row => row.GetString(0));
        }
    }

    [Fact]
    public async Task Filters_narrow_together_and_counts_with_them()
    {
        var feeds = new MemoryFeeds();
        var tasks = Corpus.Fill(feeds, 200);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var filter = new TaskFilter(
            Stages: [TaskStage.Assigned, TaskStage.InProgress], Agency: Sample.Gushi,
            DueFrom: Sample.Today, DueTo: Sample.Today.AddDays(100));

        var listed = await registers.ListAllAsync(Sample.Clerk, filter);
        var counts = await registers.Register.CountAsync(Sample.Clerk, filter);

        listed.Select(row => row.Task.Value).Should().BeEquivalentTo(tasks.Where(task =>
            task.Value.Stage is TaskStage.Assigned or TaskStage.InProgress && task.Value.Assignment!.Involves(Sample.Gushi)
            && task.Value.DueOn >= filter.DueFrom && task.Value.DueOn <= filter.DueTo).Select(task => task.Key));
        counts.Total.Should().Be(listed.Count);
    }
}
