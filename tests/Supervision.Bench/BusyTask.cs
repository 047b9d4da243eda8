using System.Globalization;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>A task that is reported on and reviewed, again and again.</summary>
internal sealed class BusyTask(Office office, string id)
{
    private static readonly AuthorityRecord Authority = new("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");
    private static readonly Assignment Assignment = new(Office.Lead, [], [new("finance")], new(2026, 6, 30));

    private int _keys;

    public string Stream => $"task/{id}";

    public ITaskGrain Grain { get; } = office.Grains.GetGrain<ITaskGrain>(id);

    private CommandKey NextKey => new("key-" + (++_keys).ToString("D8", CultureInfo.InvariantCulture));

    /// <summary>Registered, approved and assigned: the time to acknowledge runs.</summary>
    public async Task<BusyTask> AssignedAsync()
    {
        await SendAsync(Office.Clerk, new Register(
            NextKey, "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Meeting, Authority, Cadence.Monthly));
        await SendAsync(Office.Director, new Decide(NextKey, Verdict.Approved));
        await SendAsync(Office.Clerk, new Assign(NextKey, Assignment));
        return this;
    }

    public async Task<BusyTask> UnderWayAsync()
    {
        await AssignedAsync();
        await SendAsync(Office.Liaison, new Acknowledge(NextKey));
        return this;
    }

    /// <summary>A report by the liaison, then its review by the clerk, in turn.</summary>
    public Task WorkAsync() => WorkSeenAsync();

    /// <summary>The same; says where in the feed it stands.</summary>
    public Task<FeedPosition> WorkSeenAsync() => _keys % 2 == 0
        ? SendAsync(Office.Liaison, new ReportProgress(NextKey, 30 + (_keys % 50), "两座已开工，一座正在选址"))
        : SendAsync(Office.Clerk, new ReviewReport(NextKey, Passed: true));

    public async Task WorkAsync(int commands)
    {
        for (var n = 0; n < commands; n++) await WorkAsync();
    }

    private async Task<FeedPosition> SendAsync(Caller person, TaskCommand command) =>
        await Grain.ExecuteAsync(office.As(person), command) is Receipt.Done { Position: { } position }
            ? position
            : throw new InvalidOperationException($"{Stream}: {command.GetType().Name} {command.Key} was not recorded.");
}
