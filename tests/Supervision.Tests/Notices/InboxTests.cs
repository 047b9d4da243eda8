using CsCheck;
using Supervision.Accounts;
using Supervision.Api.Notices.Webhooks;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Registers;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Notices;

/// <summary>Whatever has happened, everybody's inbox holds what it should: nothing silent, nothing doubled, nothing lost.</summary>
public sealed class InboxTests
{
    public static TheoryData<string> Defects =>
    [
        // 不响: somebody is not told. 重复: told twice. 丢失: what was told is gone.
        "DELETE FROM notice_to WHERE notice = (SELECT max(notice) FROM notice_to WHERE address = 'OfficeClerk@*')",
        "INSERT INTO notices SELECT row + 1000000, id || '-again', shard, position, kind, stream, title, chinese, english, rung, at, author, merge_key, times "
            + "FROM notices WHERE row = (SELECT max(notice) FROM notice_to WHERE address = 'OfficeClerk@*'); "
            + "INSERT INTO notice_to SELECT address, notice + 1000000, weight FROM notice_to WHERE notice = (SELECT max(notice) FROM notice_to WHERE address = 'OfficeClerk@*')",
        "DELETE FROM notices WHERE row = (SELECT max(notice) FROM notice_to WHERE address = 'OfficeClerk@*')",
    ];

    [Fact]
    public async Task Any_history_gives_each_inbox_what_paper_would() => await InboxHistory.Any.SampleAsync(async history =>
    {
        var feeds = new MemoryFeeds();
        var folder = Directory.CreateTempSubdirectory("inbox-").FullName;
        try
        {
            // The gateway is stopped in the middle and goes on where it was.
            Append(feeds, history.Take(history.Length / 2));
            await (await RegistersOnDisk.CaughtUpAsync(feeds, folder)).DisposeAsync();
            Append(feeds, history.Skip(history.Length / 2));
            await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds, folder);

            (await DifferencesAsync(registers, history)).Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }, iter: 25);

    [Theory, MemberData(nameof(Defects))]
    public async Task A_planted_defect_is_seen(string defect)
    {
        Appended[] history =
        [
            new("account/li", new("sysadmin"), Sample.Start, [new AccountOpened(new("li"), "li", Sample.Education)]),
            new("account/li", new("secadmin"), Sample.Start.AddMinutes(1), [new RolesGranted(["OfficeClerk"], [])]),
            new("task/t1", new("clerk"), Sample.Start.AddMinutes(2), [Sample.Registered("t1"), new Supervision.Tasks.TaskAssigned(Sample.To(Sample.Gushi))]),
            new("task/t1", new("zhao"), Sample.Start.AddMinutes(3), [new Supervision.Tasks.TaskAcknowledged(Sample.Education)]),
        ];
        var feeds = new MemoryFeeds();
        Append(feeds, history);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        (await DifferencesAsync(registers, history)).Should().BeEmpty();

        registers.Run(defect);

        (await DifferencesAsync(registers, history)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Unread_come_first_and_pages_neither_repeat_nor_hide()
    {
        var feeds = new MemoryFeeds();
        Append(feeds, ManyReports(30));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var clerk = Sample.Caller(Sample.Education, Role.OfficeClerk);
        var all = (await registers.Notices.ListAsync(clerk, NoticeMarks.None, limit: 200)).Items;
        var marks = NoticeMarks.None.With(new MarkNotices(Ids: [all[0].Id, all[7].Id]))!;

        var paged = new List<NoticeRow>();
        for (string? next = ""; next is not null;)
        {
            PageCursor? cursor = PageCursor.TryParse(next, out var parsed) ? parsed : null;
            var page = await registers.Notices.ListAsync(clerk, marks, cursor, limit: 7);
            (page.Unread, page.Total).Should().Be((28, 30));
            paged.AddRange(page.Items);
            next = page.Next;
        }

        paged.Select(row => row.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(all.Select(row => row.Id));
        paged.TakeLast(2).Select(row => row.Id).Should().Equal(all[0].Id, all[7].Id);
        (await registers.Notices.CountAsync(clerk, marks)).Unread.Should().Be(28);
    }

    [Fact]
    public async Task What_comes_after_all_was_read_is_unread()
    {
        var feeds = new MemoryFeeds();
        Append(feeds, ManyReports(5));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var clerk = Sample.Caller(Sample.Education, Role.OfficeClerk);
        var page = await registers.Notices.ListAsync(clerk, NoticeMarks.None);

        var marks = NoticeMarks.None.With(new MarkNotices(page.Seen))!;
        (await registers.Notices.CountAsync(clerk, marks)).Unread.Should().Be(0);

        // An older instant in a shard that was read late: a mark by time would call it read.
        feeds.Now = Sample.Start.AddMinutes(3);
        feeds.Append("task/t1", Sample.Report(90, 90, Sample.Education));
        await registers.CatchUpAsync();
        (await registers.Notices.CountAsync(clerk, marks)).Unread.Should().Be(1);
    }

    [Fact]
    public async Task A_webhook_passes_no_entry_over_whatever_the_clocks_of_two_silos_said()
    {
        var feeds = new MemoryFeeds();
        Append(feeds,
        [
            new("task/t1", new("clerk"), Sample.Start.AddMinutes(9), [Sample.Registered("t1"), new Supervision.Tasks.TaskAssigned(Sample.To(Sample.Gushi))]),
            new("task/t1", new("zhao"), Sample.Start.AddMinutes(1), [new Supervision.Tasks.TaskAcknowledged(Sample.Gushi)]),
        ]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var (desk, stand, told) = (new WebhookDesk(registers.Database), new FeedStand(new long[MemoryFeeds.Shards]), new List<string>());

        while (desk.NextAfter(stand) is { } entry)
        {
            told.AddRange(entry.Notices.Select(notice => notice.Kind));
            var positions = stand.Positions.ToArray();
            positions[entry.At.Shard] = entry.At.Position;
            stand = new FeedStand(positions);
        }

        told.Should().Equal("registered", "assigned", "acknowledged");
    }

    private static IEnumerable<Appended> ManyReports(int count) =>
    [
        new("account/li", new("sysadmin"), Sample.Start, [new AccountOpened(new("li"), "li", Sample.Education)]),
        new("account/li", new("secadmin"), Sample.Start.AddMinutes(1), [new RolesGranted(["OfficeClerk"], [])]),
        new("task/t1", new("clerk"), Sample.Start.AddMinutes(2), [Sample.Registered("t1")]),
        .. Enumerable.Range(0, count).Select(n =>
            new Appended("task/t1", new("zhao"), Sample.Start.AddMinutes(3 + n), [Sample.Report(n, 50, Sample.Education)])),
    ];

    private static void Append(MemoryFeeds feeds, IEnumerable<Appended> history)
    {
        foreach (var entry in history)
        {
            (feeds.Author, feeds.Now) = (entry.Author, entry.At);
            feeds.Append(entry.Stream, entry.Facts);
        }
    }

    // What an inbox has and paper has not, or the other way round; for all people.
    private static async Task<IReadOnlyList<string>> DifferencesAsync(RegistersOnDisk registers, IReadOnlyList<Appended> history)
    {
        var differences = new List<string>();
        foreach (var person in InboxHistory.People)
        {
            var page = await registers.Notices.ListAsync(CallerOf(person, history), NoticeMarks.None, limit: PageQuery.LimitMax);
            var there = page.Items.Select(row => (row.Id, row.Weight, row.Times)).Order().ToArray();
            var paper = InboxOracle.Of(person, history).Order().ToArray();
            differences.AddRange(there.Except(paper).Select(row => $"{person} has {row}"));
            differences.AddRange(paper.Except(there).Select(row => $"{person} lacks {row}"));
            if (there.Length != page.Total) differences.Add($"{person} has {there.Length} and is told {page.Total}");
        }

        return differences;
    }

    private static Caller CallerOf(string person, IReadOnlyList<Appended> history)
    {
        var granted = history.Where(entry => entry.Stream == $"account/{person}").SelectMany(entry => entry.Facts).OfType<RolesGranted>().LastOrDefault();
        return Sample.Caller(Sample.Education, [.. (granted?.Roles ?? []).Select(Enum.Parse<Role>)])
            with
        { Account = new(person), Portfolio = granted?.Portfolio ?? [] };
    }
}
