using System.Text.Json;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

/// <summary>Callers, tasks and histories for tests of registers.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = WorkingCalendar.DayOf(Start);
    public static readonly AgencyCode Office = new("office");
    public static readonly AgencyCode Education = new("education");
    public static readonly AgencyCode Gushi = new("gushi");
    public static readonly AgencyCode Xinxian = new("xinxian");
    public static readonly Caller Clerk = Caller(Office, Role.OfficeClerk);

    private static readonly JsonElement Machine = JsonSerializer.SerializeToElement(new { position = 1 });

    public static Caller Caller(AgencyCode agency, params IReadOnlyList<Role> roles) =>
        new(new AccountId("li"), agency, roles, [], null, Start.AddYears(1), Seal: "");

    public static Caller Leader(params IReadOnlyList<AgencyCode> portfolio) =>
        Caller(Office, Role.LeaderInCharge) with { Portfolio = portfolio };

    public static TaskRegistered Registered(
        string id, string title = "示范事项", string content = "内容", Assignment? proposed = null) => new(
            new TaskId(id), title, content, SupervisionKind.Special, TaskSource.Plan,
            new AuthorityRecord("常务会议决定", "市政府", "信政办〔2025〕1号", Today.AddDays(-30), "全市"), Cadence.Monthly,
            null, proposed);

    public static Assignment To(AgencyCode lead, int dueInDays = 60, params IReadOnlyList<AgencyCode> others) =>
        new(lead, others, [], Today.AddDays(dueInDays));

    /// <summary>A process of the task that now waits at these points.</summary>
    public static Fact[] Waiting(params IReadOnlyList<Wait> waits) =>
        [new ProcessStarted("directive", "directive", "hash", null), new ProcessStepped("directive", Machine, waits)];

    public static Wait Wait(string kind, string id = "directive/1", string role = "", int? limitInDays = null) => new(
        id, "directive", "activity", kind, kind, new Dictionary<string, string> { ["role"] = role },
        limitInDays is { } days
            ? new Dictionary<string, DateTimeOffset> { ["limit"] = Start.AddDays(days) }
            : new Dictionary<string, DateTimeOffset>());

    public static ProgressReported Report(int percent, int planned, AgencyCode by) => new(1, by, percent, planned, "进展", []);
}
