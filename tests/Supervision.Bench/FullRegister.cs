using System.Globalization;
using Supervision.Api.Registers;
using Supervision.Calendars;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>A register filled through its own writer: 100 agencies, three on a task; two tasks of three are closed.</summary>
internal sealed class FullRegister : IDisposable
{
    public static readonly Caller Clerk = Person("clerk", Office.SupervisionOffice, Role.OfficeClerk);
    public static readonly DateOnly Today = new(2026, 3, 2);

    private const int Agencies = 100;
    private const int PageTasks = 2_000;

    private static readonly DateTimeOffset Start = WorkingCalendar.At(Today, new(9, 0));
    private static readonly string[] Verbs = ["建设", "加固", "改造", "推进", "整治", "完善", "提升", "培育"];
    private static readonly string[] Nouns = ["水库", "学校", "医院", "社区", "园区", "管网", "农田", "景区"];

    private readonly int _tasks;
    private readonly RegisterWriter _writer;
    private readonly BenchClock _clock = new(Start);
    private long _position;
    private int _reports;

    public FullRegister(RegisterDatabase database, int tasks)
    {
        _tasks = tasks;
        _writer = new RegisterWriter(database, WorkingCalendar.Shipped, _clock);
        Register = new TaskRegister(database, new RegisterPositions(_clock), new RegisterSettings(""), _clock);
    }

    public ITaskRegister Register { get; }

    public static AgencyCode AgencyOf(int n) => new(string.Create(CultureInfo.InvariantCulture, $"agency-{n % Agencies:D2}"));

    public static Caller LiaisonOf(int n) => Person("liaison", AgencyOf(n), Role.Liaison);

    public async Task FillAsync()
    {
        await _writer.OpenAsync(new StoreView("bench", "Demo", 1), anew: true, default);
        for (var first = 0; first < _tasks; first += PageTasks)
            await ApplyAsync(Enumerable.Range(first, Math.Min(PageTasks, _tasks - first)).Select(n => (n, LifeOf(n))));
    }

    /// <summary>Reports on tasks here and there, evenly over each second. Returns how many were written.</summary>
    public async Task<int> ChangeAsync(int perSecond, CancellationToken stop)
    {
        var written = 0;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await tick.WaitForNextTickAsync(stop))
            {
                await ApplyAsync(Enumerable.Range(0, perSecond / 10).Select(_ =>
                {
                    var n = (int)(++_reports * 7919L % (_tasks / 3)) * 3;
                    return (n, (Fact[])[new ProgressReported(1, AgencyOf(n), _reports % 100, 50, "进展", [])]);
                }));
                written += perSecond / 10;
            }
        }
        catch (OperationCanceledException)
        {
            // The questions are answered.
        }

        return written;
    }

    public void Dispose() => _writer.Dispose();

    private static Fact[] LifeOf(int n)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"t-{n:D7}");
        var title = $"{Nouns[n % 8]}{Verbs[n / 8 % 8]}{Nouns[n / 64 % 8]}{Verbs[n / 512 % 8]}{n % 50_000}";
        var due = Today.AddDays((n % 3 == 0 ? -5 : -400) + (int)(n * 2654435761L % 400));
        var on = new Assignment(AgencyOf(n), [AgencyOf(n * 7 + 1)], [AgencyOf(n * 13 + 2)], due);
        var registered = new TaskRegistered(
            new TaskId(id), title, title, SupervisionKind.Special, TaskSource.Meeting,
            new AuthorityRecord("常务会议决定", "市政府", "纪要", Today.AddDays(-300), "全市"), Cadence.Monthly);
        Fact[] open = [registered, new TaskAssigned(on, Today.AddDays(-200)), new TaskAcknowledged(on.Lead)];
        return n % 3 == 0 ? open : [.. open, new CompletionSubmitted(on.Lead, "已完成", [], Today.AddDays(-3)), new TaskClosedOut("完成", "回执")];
    }

    private async Task ApplyAsync(IEnumerable<(int Task, Fact[] Facts)> changes)
    {
        var after = _position;
        var items = changes.Select(change => new FeedItem(
            ++_position, string.Create(CultureInfo.InvariantCulture, $"task/t-{change.Task:D7}"),
            [.. change.Facts.Select((fact, i) => new FeedFact(
                i + 1, FactJson.KindOf(fact), Start, Clerk.Account, Clerk.Agency, null, FactJson.Write(fact)))])).ToArray();
        await _writer.ApplyAsync(DecodedPage.Of(0, after, new FeedPage("bench", items, _position)), default);
    }

    private static Caller Person(string account, AgencyCode agency, Role role) =>
        new(new AccountId(account), agency, [role], [], null, DateTimeOffset.MaxValue, "");
}
