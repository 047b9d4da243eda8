using System.Globalization;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Actors;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>A plan whose task ten counties have broken down, written to a ledger as its actors would have.</summary>
internal sealed class CascadeStore(ILedger ledger)
{
    public const int Counties = 10;
    public const int TasksACounty = 1_000;

    private const int FactsAnAppend = 500;

    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly AuthorityRecord Authority = new("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");
    private static readonly Recorder Recorder = new(Digest.Sha256, Office.Clerk, "bench", At);

    public static PlanId City { get; } = new("bench");

    private static TaskId Top { get; } = new("bench-01");

    public static PlanId SubPlan(int county) => new($"{Top}-county-{county}");

    public static TaskId Leaf(int county, int number) => new($"{SubPlan(county)}-{number.ToString("D2", CultureInfo.InvariantCulture)}");

    /// <summary>Writes the plan, its task, the sub-plans and all their tasks but those that others bring.</summary>
    public async Task WriteAsync(IReadOnlySet<TaskId> without)
    {
        await AppendAsync($"plan/{City}",
            [new PlanRegistered(City, new PlanDraft("方案", null, "市政府", new(2026, 2, 27), null, new PlanSource("00", PlanFormat.Md, "utf-8"), [], [], [], [])), .. Items(1)]);
        await AppendAsync($"task/{Top}", Facts(Top, City, 1));
        await Task.WhenAll(Enumerable.Range(1, Counties).Select(county => WriteCountyAsync(county, without)));
    }

    private async Task WriteCountyAsync(int county, IReadOnlySet<TaskId> without)
    {
        var plan = SubPlan(county);
        var parent = new PlanParent(Top, City, Office.Lead, new(2026, 12, 31), new(2026, 3, 31), []);
        await AppendAsync($"plan/{plan}", [new PlanOpened(plan, "子方案", "分解", Authority, parent), .. Items(TasksACounty)]);
        foreach (var number in Enumerable.Range(1, TasksACounty).Where(number => !without.Contains(Leaf(county, number))))
            await AppendAsync($"task/{Leaf(county, number)}", Facts(Leaf(county, number), plan, number));
    }

    private static IEnumerable<Fact> Items(int count)
    {
        for (var n = 1; n <= count; n++)
            yield return new PlanItemAdded(new PlanItem($"+{n}", n, null, "建设城市书房", "年内建成", [], ItemVerdict.Accepted, Weight: 1 + (n % 7)));
        yield return new PlanAccepted([.. Enumerable.Range(1, count).Select(n => $"+{n}")]);
    }

    private static Fact[] Facts(TaskId task, PlanId plan, int number) =>
    [
        new TaskRegistered(task, "建设城市书房", "年内建成", SupervisionKind.Special, TaskSource.Plan, Authority, Cadence.Monthly, new PlanOrigin(plan, $"+{number}", 0, "建设城市书房")),
        new TaskAssigned(new Assignment(Office.Lead, [], [], new DateOnly(2026, 6, 1).AddDays(number % 200)), new(2026, 3, 2)),
        new TaskAcknowledged(Office.Lead),
        new ProgressReported(1, Office.Lead, number % 101, 20, "进展", []),
    ];

    private async Task AppendAsync(string stream, IEnumerable<Fact> facts)
    {
        var head = new Head(0, Chain.Start, At);
        foreach (var chunk in facts.Chunk(FactsAnAppend))
        {
            var before = head.Seq;
            (head, var events) = Recorder.Record(head, [.. chunk.Select(fact => new DecidedFact(fact, null))]);
            await ledger.AppendAsync(new Append(stream, before, "bench", $"key-{before}", "", events, null, [], [], "{}", At));
        }
    }
}
