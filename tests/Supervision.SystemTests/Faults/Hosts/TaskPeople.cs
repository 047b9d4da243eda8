using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>Sends the commands of the office's people to the tasks of a fault test.</summary>
internal sealed class TaskPeople(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Begins the key of every command that the test counts.</summary>
    public const string WorkKey = "work-";

    private static readonly AgencyCode Lead = new("education");
    private static readonly AgencyCode Office = new("supervision-office");
    private static readonly Caller Clerk = Person("clerk", Office, Role.OfficeClerk);
    private static readonly Caller Director = Person("director", Office, Role.OfficeDirector);
    private static readonly Caller Liaison = Person("education.liaison", Lead, Role.Liaison);
    private static readonly AuthorityRecord Authority = new("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");

    private readonly CallerSeal _seal = new(HostSettings.GatewayKey);

    public Task<Receipt> ReportAsync(string task, string key) =>
        SendAsync(task, Liaison, new ReportProgress(new CommandKey(key), 30, "两座已开工，一座正在选址"));

    public Task<Receipt> ReviewAsync(string task, string key) =>
        SendAsync(task, Clerk, new ReviewReport(new CommandKey(key), Passed: true));

    /// <summary>Registered, approved, assigned: the time to acknowledge runs.</summary>
    public async Task<Receipt> AssignAsync(string task)
    {
        await SendAsync(task, Clerk, new Register(
            new("register"), "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Meeting, Authority, Cadence.Monthly));
        await SendAsync(task, Director, new Decide(new("approve"), Verdict.Approved));
        return await SendAsync(task, Clerk, new Assign(new("assign"), new Assignment(Lead, [], [], new(2026, 12, 31))));
    }

    public async Task<Receipt> AcknowledgeAsync(string task)
    {
        await AssignAsync(task);
        return await SendAsync(task, Liaison, new Acknowledge(new("acknowledge")));
    }

    private Task<Receipt> SendAsync(string task, Caller person, TaskCommand command) =>
        grains.GetGrain<ITaskGrain>(task).ExecuteAsync(
            _seal.Mint(person with { ExpiresAt = clock.GetUtcNow() + CallerSeal.Lifetime }), command);

    private static Caller Person(string account, AgencyCode agency, Role role) =>
        new(new AccountId(account), agency, [role], [], null, DateTimeOffset.MaxValue, "");
}
