using System.Diagnostics;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

/// <summary>Numbers, not assertions; run on request.</summary>
public sealed class RegisterMeasurements(ITestOutputHelper output)
{
    private static readonly int Tasks = 20_000;

    [Fact(Explicit = true)]
    public async Task Catching_up_and_querying_at_20_000_tasks()
    {
        var feeds = new MemoryFeeds();
        var facts = 0;
        for (var i = 0; i < Tasks; i++)
        {
            var lead = i % 50 == 0 ? Sample.Gushi : new AgencyCode($"agency-{i % 100}");
            foreach (var append in Life($"t-{i}", lead, i))
            {
                feeds.Append($"task/t-{i}", append);
                facts += append.Length;
            }
        }

        await using var registers = new RegistersOnDisk(feeds, entriesMax: 500);
        var clock = Stopwatch.StartNew();
        await registers.Follower.StartAsync(default);
        await registers.CatchUpAsync();
        output.WriteLine($"{facts} facts of {Tasks} tasks in {clock.Elapsed}: {facts / clock.Elapsed.TotalSeconds:F0} facts/s");

        var liaison = Sample.Caller(Sample.Gushi, Role.Liaison);
        var some = new TaskFilter(Lights: [Light.Green, Light.Yellow], DueFrom: Sample.Today);
        await MeasureAsync("list 50, clerk, all", () => registers.Register.ListAsync(Sample.Clerk, new TaskQuery()));
        await MeasureAsync("list 50, clerk, lights and date", () => registers.Register.ListAsync(Sample.Clerk, new TaskQuery(some)));
        await MeasureAsync("list 50, clerk, text 新县", () => registers.Register.ListAsync(Sample.Clerk, new TaskQuery(new TaskFilter(Text: "新县"))));
        await MeasureAsync("list 50, liaison", () => registers.Register.ListAsync(liaison, new TaskQuery()));
        await MeasureAsync("counts, clerk", () => registers.Register.CountAsync(Sample.Clerk, TaskFilter.Everything));
        await MeasureAsync("todo 200, clerk", () => registers.Register.TodoAsync(Sample.Clerk));
        await MeasureAsync("todo, liaison", () => registers.Register.TodoAsync(liaison));
    }

    private async Task MeasureAsync(string what, Func<Task> query)
    {
        await query();
        var times = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var clock = Stopwatch.StartNew();
            await query();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"{what}: median {times[15]:F1} ms, worst of 30 {times[^1]:F1} ms");
    }

    private static IEnumerable<Fact[]> Life(string id, AgencyCode lead, int number)
    {
        var name = number % 200 == 0 ? "新县" : "各县区";
        yield return [Sample.Registered(id, $"推进{name}重点项目建设第{number}号", new string('文', 400)), .. Sample.Waiting(Sample.Wait(WaitKinds.Approval, role: "OfficeDirector"))];
        yield return [new ApprovalGiven("w", "registration", Verdict.Approved, null), .. Sample.Waiting(Sample.Wait(WaitKinds.Assignment))];
        yield return [new TaskAssigned(Sample.To(lead, number % 300)), .. Sample.Waiting(Sample.Wait(WaitKinds.Acknowledgement, limitInDays: 3))];
        yield return [new TaskAcknowledged(lead), .. Sample.Waiting(Sample.Wait(WaitKinds.Report), Sample.Wait(WaitKinds.Completion, "directive/2"))];
        for (var report = 0; report < 3; report++)
        {
            yield return [Sample.Report(report * 10, report * 12, lead), .. Sample.Waiting(Sample.Wait(WaitKinds.Review), Sample.Wait(WaitKinds.Completion, "directive/2"))];
            yield return [new ReportReviewed(report, true, null), .. Sample.Waiting(Sample.Wait(WaitKinds.Report), Sample.Wait(WaitKinds.Completion, "directive/2"))];
        }
    }
}
