using System.Diagnostics;
using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Bench;

/// <summary>A task of the city broken down by ten counties into a thousand tasks each: from the last acceptance to the last registered task.</summary>
internal static class CascadePart
{
    public const int ItemsEach = 1000;
    public const double SecondsMax = 30;

    private static readonly AgencyCode[] Counties =
        [.. Organisation.Shipped.All.Where(agency => agency.Kind is AgencyKind.County).Select(agency => agency.Code)];

    public static async Task<bool> RunAsync(BenchOptions options)
    {
        Report.Heading($"Cascade: {Counties.Length} sub-plans of {ItemsEach} items become tasks");
        Report.Columns("ledger", "tasks", "seconds", "tasks /s", "CPU ms a task", "kB a task");
        var met = true;
        foreach (var kind in options.StoresOr("sqlite"))
        {
            await using var store = await OpenStore.OfAsync(kind);
            await using var office = await Office.OpenAsync(store.Ledger, whole: true);
            met &= await MeasureAsync(kind, office);
        }

        return Report.Claim($"{Counties.Length * ItemsEach:N0} tasks stand within {SecondsMax} s", met);
    }

    private static async Task<bool> MeasureAsync(string kind, Office office)
    {
        var plans = await Task.WhenAll(Counties.Select(county => SubmittedAsync(office, county)));
        using var self = Process.GetCurrentProcess();
        var (cpu, allocated, began) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await Task.WhenAll(plans.Select(plan => SendAsync(office, plan, Office.Director, new DecidePlan(new("accept"), Verdict.Approved))));
        await CaughtUpAsync(office.Ledger);

        var elapsed = Stopwatch.GetElapsedTime(began);
        self.Refresh();
        var tasks = await CountAsync(office);
        Report.Row(
            kind, Report.Number(tasks), Report.Number(elapsed.TotalSeconds, "N1"), Report.Number(tasks / elapsed.TotalSeconds),
            Report.Number((self.TotalProcessorTime - cpu).TotalMilliseconds / tasks, "N2"),
            Report.Number((GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / tasks));
        return tasks == Counties.Length * ItemsEach && elapsed.TotalSeconds <= SecondsMax;
    }

    // Everything but the last word, which is what is timed.
    private static async Task<PlanId> SubmittedAsync(Office office, AgencyCode county)
    {
        var (task, plan) = (new TaskId($"top-{county}"), new PlanId($"top-{county}-{county}"));
        await OrderedAsync(office, task, county);
        while (await ViewAsync(office, plan) is null) await Task.Delay(20);

        var (liaison, head) = (Person(county, Role.Liaison), Person(county, Role.AgencyHead));
        await SendAsync(office, plan, liaison, new AcknowledgePlan(new("acknowledge")));
        await SendAsync(office, plan, liaison, new ReviewItems(new("items"), [.. Enumerable.Range(1, ItemsEach).Select(n => new ItemChange.Add(
            $"{county} 第 {n} 项任务", "年内完成，按月反馈。", Assignment: new Assignment(county, [], [], new(2026, 12, 1))))]));
        await SendAsync(office, plan, liaison, new SubmitPlan(new("submit")));
        await SendAsync(office, plan, head, new DecidePlan(new("head"), Verdict.Approved));
        await SendAsync(office, plan, Office.Clerk, new DecidePlan(new("review"), Verdict.Approved));
        return plan;
    }

    private static async Task OrderedAsync(Office office, TaskId id, AgencyCode county)
    {
        var task = office.Grains.GetGrain<ITaskGrain>(id.Value);
        var authority = new AuthorityRecord("市政府常务会议决定", "市政府", "纪要〔2026〕1号", new(2026, 2, 27), "全市");
        (Caller, TaskCommand)[] steps =
        [
            (Office.Clerk, new Register(new("register"), "建设城市书房", "年内建成", SupervisionKind.Special, TaskSource.Meeting, authority)),
            (Office.Director, new Decide(new("decide"), Verdict.Approved)),
            (Office.Clerk, new Assign(new("assign"), new Assignment(county, [], [], new(2026, 12, 31)))),
            (Office.Clerk, new OrderSubPlans(new("order"), [new SubPlanRequest(county, new(2026, 4, 30))])),
        ];
        foreach (var (person, command) in steps) Done(await task.ExecuteAsync(office.As(person), command));
    }

    private static async Task SendAsync(Office office, PlanId plan, Caller person, PlanCommand command) =>
        Done(await office.Grains.GetGrain<IPlanGrain>(plan.Value).ExecuteAsync(office.As(person), command));

    private static Task<PlanView?> ViewAsync(Office office, PlanId plan) =>
        office.Grains.GetGrain<IPlanGrain>(plan.Value).ViewAsync(office.As(Office.Clerk));

    // Followers move their cursor when all that follows from an entry is durable; what they write, they follow as well.
    private static async Task CaughtUpAsync(ILedger ledger)
    {
        for (var behind = true; behind;)
        {
            await Task.Delay(100);
            behind = false;
            for (var shard = 0; shard < ledger.Store.Shards && !behind; shard++)
                behind = await ledger.FindCursorAsync("dispatch", shard) < await ledger.FeedEndAsync(shard);
        }
    }

    private static async Task<int> CountAsync(Office office)
    {
        var there = await Task.WhenAll(Counties.SelectMany(county => Enumerable.Range(1, ItemsEach).Select(async n =>
            await office.Grains.GetGrain<ITaskGrain>($"top-{county}-{county}-{n:D2}").ViewAsync(office.As(Office.Clerk)) is { Stage: TaskStage.Assigned })));
        return there.Count(isThere => isThere);
    }

    private static Caller Person(AgencyCode agency, Role role) =>
        new(new AccountId($"{agency}.{role.ToString().ToLowerInvariant()}"), agency, [role], [], null, DateTimeOffset.MaxValue, "");

    private static void Done(Receipt receipt)
    {
        if (receipt is Receipt.Refused refused) throw new InvalidOperationException($"{refused.Code}: {refused.English}");
    }
}
