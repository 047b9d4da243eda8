using System.Text.Json;
using Supervision.Agencies;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Tests.Tasks;

/// <summary>A task with a history and the waits that its process would have then.</summary>
internal sealed record TaskScenario(SupervisedTask Task, TaskContext Context)
{
    public static readonly TaskId Id = new("sample-01");
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateOnly DueOn = new(2026, 6, 30);
    public static readonly AuthorityRecord Authority = new("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");
    public static readonly Assignment Assignment = new(People.Lead, [], [People.Helper], DueOn);

    public static readonly DateOnly AssignedOn = new(2026, 2, 27);

    public static readonly TaskRegistered Registered = new(
        Id, "建设城市书房", "年内建成三座", SupervisionKind.Special, TaskSource.Meeting, Authority, Cadence.Monthly);

    public static TaskScenario New { get; } = new(
        SupervisedTask.Initial,
        new TaskContext(Id, WorkingCalendar.At(Today, new(10, 0)), WorkingCalendar.Shipped, Organisation.Shipped));

    public static TaskScenario UnderWay { get; } = New.Given(
        Registered, new TaskAssigned(Assignment, AssignedOn), new TaskAcknowledged(People.Lead));

    public TaskScenario Given(params Fact[] facts) =>
        this with { Task = facts.Aggregate(Task, (task, fact) => task.Evolve(fact)) };

    /// <summary>The process waits for these kinds, with these terms.</summary>
    public TaskScenario Waiting(params string[] kinds) => Waiting([.. kinds.Select(kind => (kind, ""))]);

    public TaskScenario Waiting(params (string Kind, string Role)[] waits) => Given(
        new ProcessStarted("directive", "directive", "hash", null),
        new ProcessStepped("directive", JsonSerializer.SerializeToElement("state"), [.. waits.Select(Wait)]));

    public TaskScenario On(DateOnly day) => this with { Context = Context with { Now = WorkingCalendar.At(day, new(10, 0)) } };

    public Decision When(Caller caller, TaskCommand command) => TaskRules.Decide(Task, caller, command, Context);

    private static Wait Wait((string Kind, string Role) wait, int n) => new(
        $"directive/b{n}", "directive", $"a{n}", wait.Kind, wait.Kind,
        new Dictionary<string, string> { ["role"] = wait.Role, ["purpose"] = "test" }, new Dictionary<string, DateTimeOffset>());
}

internal static class DecisionAssertions
{
    public static Decision.Accepted ShouldRecord(this Decision decision, params Fact[] facts)
    {
        var accepted = decision.Should().BeOfType<Decision.Accepted>().Which;
        accepted.Facts.Select(Written).Should().Equal(facts.Select(Written));
        return accepted;
    }

    // As the ledger would keep it: two facts are the same when their lines are.
    private static string Written(Fact fact) => $"{FactJson.KindOf(fact)} {System.Text.Encoding.UTF8.GetString(FactJson.Write(fact))}";

    public static void ShouldRefuse(this Decision decision, Refusal refusal) =>
        decision.Should().BeOfType<Decision.Refused>().Which.Refusal.Should().Be(refusal);
}
