using CsCheck;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Registers;

namespace Supervision.Tests.Registers;

/// <summary>待办 of plans and of free-standing processes, held against the rules that answer.</summary>
public sealed class TodoElsewhereTests
{
    private static readonly string[] PlanWaits = [.. TodoRules.PlanKinds, WaitKinds.Report, "Elsa.Timer"];

    // A plan of the city, or a sub-plan of one of two agencies.
    private static readonly Gen<Func<string, Fact>> Begun =
        from maker in Gen.OneOf(new AgencyCode?[] { null, Sample.Education, Sample.Gushi })
        select (Func<string, Fact>)(id => maker is { } agency
            ? new PlanOpened(new(id), "子方案", "内容", Sample.Registered("t").Authority,
                new PlanParent(new("t"), null, agency, Sample.Today.AddDays(90), Sample.Today.AddDays(20), []))
            : Draft(id));

    private static readonly Gen<Wait> ProcessWait =
        from wait in Generated.WaitOf([WaitKinds.Approval, WaitKinds.Report, WaitKinds.RunTask])
        from outcomes in Gen.OneOf("Approved,Rejected", "")
        select wait with { Terms = new Dictionary<string, string>(wait.Terms) { [WaitRules.Outcomes] = outcomes } };

    [Fact]
    public async Task Things_to_do_are_exactly_what_the_caller_may_answer()
    {
        var feeds = new MemoryFeeds();
        var plans = Gen.Select(Begun, Generated.WaitOf(PlanWaits)).Array[80].Single()
            .Select((pair, n) => (Id: $"p-{n}", Facts: (Fact[])[pair.Item1($"p-{n}"), .. Sample.Waiting(pair.Item2)], Wait: pair.Item2)).ToArray();
        var processes = ProcessWait.Array[80].Single()
            .Select((wait, n) => (Id: $"f-{n}", Facts: (Fact[])[new FreeProcessBegun(new($"f-{n}"), "survey", null, null, null), .. Sample.Waiting(wait)], Wait: wait)).ToArray();
        foreach (var (id, facts, _) in plans)
            feeds.Append($"plan/{id}", facts);
        foreach (var (id, facts, _) in processes)
            feeds.Append($"process/{id}", facts);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        await Generated.Caller.SampleAsync(async caller =>
        {
            var mine = plans.Where(plan => TodoRules.MayAnswer(plan.Wait, plan.Facts.Aggregate(Plan.Initial, (state, fact) => state.Evolve(fact)), caller))
                .Select(plan => plan.Id)
                .Concat(processes.Where(process => FreeProcessRules.MayAnswer(process.Wait, caller)).Select(process => process.Id))
                .Order(StringComparer.Ordinal).ToArray();
            var todo = await registers.Register.TodoAsync(caller);

            todo.Items.Select(item => item.Plan?.Value ?? item.Process?.Value).Order(StringComparer.Ordinal).Should().Equal(mine);
            todo.Total.Should().Be(mine.Length);
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_plan_that_is_to_be_submitted_is_before_the_clerks_and_not_before_the_director()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("plan/p-1", [Draft("p-1"), .. Sample.Waiting(Sample.Wait(WaitKinds.Submission, role: nameof(Role.OfficeClerk)))]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await registers.Register.TodoAsync(Sample.Clerk)).Total.Should().Be(1);
        (await registers.Register.TodoAsync(Sample.Caller(Sample.Office, Role.OfficeDirector))).Total.Should().Be(0);
    }

    private static PlanRegistered Draft(string id) =>
        new(new(id), new PlanDraft("方案", null, "市政府", Sample.Today, null, new PlanSource("00", PlanFormat.Md, "utf-8"), [], [], [], []));

    [Fact]
    public async Task What_waits_in_tasks_plans_and_processes_is_one_list_the_most_urgent_first_and_pages_agree()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", [Sample.Registered("t-1"), .. Sample.Waiting(Asking(5))]);
        feeds.Append("process/f-1", [new FreeProcessBegun(new("f-1"), "survey", null, null, null), .. Sample.Waiting(Asking(3))]);
        feeds.Append("plan/p-1", [Begun.Single()("p-1"), .. Sample.Waiting(Asking(4))]);
        feeds.Append("task/t-2", [Sample.Registered("t-2"), .. Sample.Waiting(Asking(null))]);
        feeds.Append("process/f-2", [new FreeProcessBegun(new("f-2"), "survey", null, null, null), .. Sample.Waiting(Asking(6))]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var director = Sample.Caller(Sample.Office, Role.OfficeDirector);

        var seen = new List<string?>();
        PageCursor? cursor = null;
        do
        {
            var page = await registers.Register.TodoAsync(director, cursor, limit: 2);
            page.Total.Should().Be(5);
            seen.AddRange(page.Items.Select(item => item.Task?.Value ?? item.Plan?.Value ?? item.Process?.Value));
            cursor = page.Next is { } next && PageCursor.TryParse(next, out var parsed) ? parsed : null;
        }
        while (cursor is not null);

        seen.Should().Equal("f-1", "p-1", "t-1", "f-2", "t-2");
    }

    [Fact]
    public async Task What_was_answered_is_gone()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("process/f-1", [new FreeProcessBegun(new("f-1"), "survey", null, null, null), .. Sample.Waiting(Asking(3))]);
        feeds.Append("process/f-1", new ProcessEnded("directive", "Finished", null));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await registers.Register.TodoAsync(Sample.Caller(Sample.Office, Role.OfficeDirector))).Total.Should().Be(0);
    }

    private static Wait Asking(int? limitInDays)
    {
        var wait = Sample.Wait(WaitKinds.Approval, role: nameof(Role.OfficeDirector), limitInDays: limitInDays);
        return wait with { Terms = new Dictionary<string, string>(wait.Terms) { [WaitRules.Outcomes] = "Approved,Rejected" } };
    }
}
