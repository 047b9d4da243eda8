using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;

namespace Supervision.Tests.Registers;

public sealed class ProcessRegisterTests
{
    private static readonly Caller Designer = Sample.Caller(Sample.Office, Role.Designer);
    private static readonly JsonElement State = JsonSerializer.SerializeToElement(new { v = 1 });

    [Fact]
    public async Task An_incident_is_listed_until_it_is_resolved_or_its_process_ends()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", [Sample.Registered("t-1"), .. Sample.Waiting(), Failed("directive", 5), Failed("directive", 6)]);
        feeds.Append("county/gushi", new ProcessStarted("missed-report", "missed-report", "hash", null), Failed("missed-report", 3));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await RowsAsync()).Should().BeEquivalentTo("task/t-1 directive 5", "task/t-1 directive 6", "county/gushi missed-report 3");
        feeds.Append("task/t-1", new ProcessIncidentResolved("directive", 5, IncidentEnd.Retried, null, null));
        feeds.Append("county/gushi", new ProcessEnded("missed-report", "Aborted", "有误"));
        feeds.Append("county/gushi", new ProcessStarted("missed-report", "missed-report", "hash", null));
        await registers.CatchUpAsync();
        (await RowsAsync()).Should().Equal("task/t-1 directive 6");

        async Task<IEnumerable<string>> RowsAsync() => (await registers.Register.ListIncidentsAsync(Designer)).Items
            .Select(row => $"{row.Actor}/{row.Id} {row.Instance} {row.Run}");
    }

    [Fact]
    public async Task Incidents_are_seen_by_those_who_see_the_task_or_the_agency_and_by_those_who_mend_them()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", [Sample.Registered("t-1", proposed: Sample.To(Sample.Education)), .. Sample.Waiting(), Failed("directive", 5)]);
        feeds.Append("county/gushi", new ProcessStarted("missed-report", "missed-report", "hash", null), Failed("missed-report", 3));
        feeds.Append("process/p-1", new ProcessStarted("main", "own", "hash", null), Failed("main", 2));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await SeenByAsync(Designer)).Should().BeEquivalentTo("t-1", "gushi", "p-1");
        (await SeenByAsync(Sample.Clerk)).Should().BeEquivalentTo("t-1", "gushi", "p-1");
        (await SeenByAsync(Sample.Caller(Sample.Education, Role.Liaison))).Should().Equal("t-1");
        (await SeenByAsync(Sample.Caller(Sample.Gushi, Role.Handler))).Should().Equal("gushi");
        (await SeenByAsync(Sample.Caller(Sample.Office, Role.SystemAdministrator))).Should().BeEmpty();

        async Task<IEnumerable<string>> SeenByAsync(Caller caller)
        {
            var page = await registers.Register.ListIncidentsAsync(caller);
            page.Total.Should().Be(page.Items.Count);
            return page.Items.Select(row => row.Id);
        }
    }

    [Fact]
    public async Task Pages_of_incidents_hold_each_once_the_newest_first()
    {
        var feeds = new MemoryFeeds();
        for (var i = 0; i < 25; i++)
            feeds.Append($"task/t-{i:00}", [Sample.Registered($"t-{i:00}"), .. Sample.Waiting(), Failed("directive", 1, minutes: i / 2)]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var rows = new List<IncidentRow>();
        PageCursor? cursor = null;
        do
        {
            var page = await registers.Register.ListIncidentsAsync(Designer, cursor, limit: 4);
            page.Total.Should().Be(25);
            rows.AddRange(page.Items);
            cursor = PageCursor.TryParse(page.Next, out var next) ? next : null;
        }
        while (cursor is not null);

        rows.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCount(25);
        rows.Select(row => row.At).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Running_processes_are_found_by_the_content_they_run()
    {
        var feeds = new MemoryFeeds();
        foreach (var (task, hash) in new[] { ("t-1", "old"), ("t-2", "older"), ("t-3", "new"), ("t-4", "old"), ("t-5", "old") })
            feeds.Append($"task/{task}", Sample.Registered(task), new ProcessStarted("directive", "directive", hash, null));
        feeds.Append("task/t-4", new ProcessEnded("directive", "Finished", null));
        feeds.Append("task/t-5", new ProcessMigrated("directive", "old", "new", State, []));
        feeds.Append("task/t-1", new ProcessStarted("extension", "extension", "old", null));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await StreamsAsync(Designer, from: null)).Should().Equal("task/t-1", "task/t-2");
        (await StreamsAsync(Designer, from: "older")).Should().Equal("task/t-2");
        (await StreamsAsync(Sample.Caller(Sample.Education, Role.Liaison), from: null)).Should().BeEmpty();

        async Task<IEnumerable<string>> StreamsAsync(Caller caller, string? from) =>
            (await registers.Register.ListInstancesAsync(caller, new InstanceFilter("directive", NotYet: "new", from))).Items
                .Select(row => row.Stream);
    }

    private static ProcessIncidentRecorded Failed(string instance, int run, int minutes = 0) => new(new ProcessIncident(
        instance, run, "notice", "Workflow1:main:notice", "通知", "Input 'to' is missing.", Sample.Start.AddMinutes(minutes)));
}
