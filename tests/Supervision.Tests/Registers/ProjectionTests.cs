using Supervision.Agencies;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Tests.Registers;

public sealed class ProjectionTests
{
    [Fact]
    public async Task A_task_on_its_main_line_shows_what_its_facts_say()
    {
        var feeds = new MemoryFeeds();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        feeds.Append("task/t-1",
            Sample.Registered("t-1", "推进新县学校建设") with { Origin = new PlanOrigin(new PlanId("xinyang"), "一/1", 3, "原文") });
        feeds.Append("task/t-1", new TaskAssigned(Sample.To(Sample.Education, 40, Sample.Xinxian)));
        feeds.Append("task/t-1", new TaskAcknowledged(Sample.Education), Sample.Report(20, 60, Sample.Education));
        feeds.Append("task/t-1",
            new TaskExpedited(1, "by-hand", "请办理", false), new TaskEscalated("report", 1, "head"),
            new ExtensionRequested(Sample.Education, Sample.Today.AddDays(80), "雨季"));
        await registers.CatchUpAsync();

        var page = await registers.Register.ListAsync(Sample.Clerk, new TaskQuery());

        var row = page.Items.Should().ContainSingle().Which;
        page.Total.Should().Be(1);
        row.Should().BeEquivalentTo(new
        {
            Task = new TaskId("t-1"),
            Title = "推进新县学校建设",
            Stage = TaskStage.InProgress,
            Lead = Sample.Education,
            Responsible = new[] { Sample.Xinxian },
            DueOn = Sample.Today.AddDays(40),
            Percent = 20,
            PlannedPercent = 60,
            Expedited = 1,
            Escalated = 1,
            Plan = new PlanId("xinyang"),
            PlanPath = "一/1",
            Version = 7L,
            RequestedDueOn = Sample.Today.AddDays(80),
            Light = new LitLight(Light.Yellow, LightRules.Version),
        });
    }

    [Fact]
    public async Task A_silent_agency_stands_in_the_register_until_its_report_comes()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1", "甲", proposed: Sample.To(Sample.Gushi)));
        feeds.Append("county/gushi",
            new AgencyReportMissed(new TaskId("t-1"), "2025-01"), new AgencyReportMissed(new TaskId("t-2"), "2025-01"),
            new AgencyEscalated("missed-report", 1, "head", [new TaskId("t-1")]));
        feeds.Append("county/gushi", new AgencyReportCaughtUp(new TaskId("t-2")));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var silent = await registers.Register.ListSilentAsync(Sample.Clerk);
        var foreign = await registers.Register.ListSilentAsync(Sample.Caller(Sample.Education, Role.Liaison));

        var agency = silent.Items.Should().ContainSingle().Which;
        (agency.Agency, agency.Count, agency.Escalations, agency.EscalatedTo).Should().Be((Sample.Gushi, 1, 1, "head"));
        agency.Tasks.Should().ContainSingle().Which.Title.Should().Be("甲");
        foreign.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Proposed_measures_are_listed_for_those_who_see_whom_they_concern()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1", Sample.Registered("t-1", proposed: Sample.To(Sample.Gushi)), new MeasureProposed("limit", "bulletin"));
        feeds.Append("department/education", new AgencyMeasureProposed("missed-report", "interview", [new TaskId("t-9")]));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var all = await registers.Register.ListMeasuresAsync(Sample.Clerk);
        var gushi = await registers.Register.ListMeasuresAsync(Sample.Leader(Sample.Gushi));
        var education = await registers.Register.ListMeasuresAsync(Sample.Caller(Sample.Education, Role.AgencyHead));

        all.Items.Should().HaveCount(2);
        all.Total.Should().Be(2);
        gushi.Items.Should().ContainSingle().Which.What.Should().Be("bulletin");
        education.Items.Should().ContainSingle().Which.Tasks.Should().Equal(new TaskId("t-9"));
    }

    [Fact]
    public async Task A_plan_says_how_much_of_it_is_issued()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("plan/p", new PlanRegistered(new PlanId("p"), EmptyDraft()));
        feeds.Append("plan/p", new PlanItemAdded(Item("一", 1)), new PlanItemAdded(Item("二", 2)));
        feeds.Append("plan/p", new PlanItemSettled("一", Sample.To(Sample.Gushi), Cadence.Monthly, null));
        feeds.Append("plan/p", new PlanItemSettled("二", Sample.To(Sample.Gushi), Cadence.Monthly, null), new PlanItemsIssued(["一"]));
        feeds.Append("task/p-01", Sample.Registered("p-01") with { Origin = new PlanOrigin(new PlanId("p"), "一", 1, "") });
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var plans = await registers.Register.ListPlansAsync(Sample.Clerk);
        var hidden = await registers.Register.ListPlansAsync(Sample.Caller(Sample.Office, Role.SystemAdministrator));

        var plan = plans.Items.Should().ContainSingle().Which;
        (plan.Title, plan.Items, plan.Settled, plan.Issued, plan.Registered, plan.Version).Should().Be(("方案", 2, 2, 1, 1, 6));
        hidden.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task What_waits_for_nobody_any_more_leaves_the_list_of_things_to_do()
    {
        var feeds = new MemoryFeeds();
        feeds.Append("task/t-1",
            [Sample.Registered("t-1", proposed: Sample.To(Sample.Gushi)), .. Sample.Waiting(Sample.Wait(WaitKinds.Acknowledgement))]);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var liaison = Sample.Caller(Sample.Gushi, Role.Liaison);
        var before = await registers.Register.TodoAsync(liaison);

        var position = feeds.Append("task/t-1", new ProcessEnded("directive", "finished", null));
        var after = await registers.Register.TodoAsync(liaison, seen: position);

        before.Items.Should().ContainSingle().Which.Kind.Should().Be(WaitKinds.Acknowledgement);
        (after.Items.Count, after.Total, after.Stand.Stale).Should().Be((0, 0, false));
    }

    private static PlanItem Item(string path, int number) => new(path, number, null, "条目", "内容", []);

    private static PlanDraft EmptyDraft() => new(
        "方案", null, "市政府", Sample.Today, null, new PlanSource("00", PlanFormat.Md, "utf-8"), [], [], [], []);
}
