using Supervision.Calendars;
using Supervision.Coverage;
using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;
using Supervision.Tests.Registers;

namespace Supervision.Tests.Coverage;

public sealed class CoverageTests
{
    private static readonly PlanId City = new("p");
    private static readonly TaskId First = new("p-01");
    private static readonly PlanId OfGushi = new("p-01-gushi");
    private static readonly Indicator Centres = new(
        "i1", "医疗中心", IndicatorKind.Count, "个", Direction.Up, Aggregation.Sum, null, TargetComparison.AtLeast, new TargetValue(20), TargetStrength.Must, []);

    [Fact]
    public async Task An_item_that_nobody_took_is_a_hole_until_its_lead_acknowledges()
    {
        var feeds = Plan();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var before = await HolesAsync(registers);

        feeds.Append("plan/p", new PlanAccepted(["一/1"]));
        await registers.CatchUpAsync();
        var accepted = await HolesAsync(registers);
        Register(feeds);
        await registers.CatchUpAsync();
        var registered = await HolesAsync(registers);
        feeds.Append("task/p-01", new TaskAssigned(Sample.To(Sample.Education)), new TaskAcknowledged(Sample.Education));
        await registers.CatchUpAsync();

        OfItem(before).Should().BeEquivalentTo([HoleKind.NotTaken, HoleKind.NoIndicator, HoleKind.NoEvidenceRule]);
        OfItem(accepted).Should().BeEquivalentTo([HoleKind.TaskMissing]);
        OfItem(registered).Should().BeEquivalentTo([HoleKind.NotTaken, HoleKind.NoIndicator, HoleKind.NoEvidenceRule]);
        OfItem(await HolesAsync(registers)).Should().BeEquivalentTo([HoleKind.NoIndicator, HoleKind.NoEvidenceRule]);
        var hole = registered.Items.Single(row => row.Kind is HoleKind.NotTaken);
        (hole.Code, hole.Path, hole.Task, hole.Quote, hole.Line).Should().Be(("coverage.not-taken", "一/1", First, "建成医疗中心", 7));
        hole.Sentence.Chinese.Should().Be("“建成医疗中心”还没有单位认领：牵头单位未签收，也没有报送子方案；请催促签收，或下达子方案任务。");
    }

    [Fact]
    public async Task What_nobody_decided_is_listed_apart()
    {
        var feeds = Plan();
        feeds.Append("plan/p", new PlanItemDropped("一/2", "已完成"));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var page = await HolesAsync(registers);

        page.Undecided.Select(row => (row.Kind, row.Path)).Should().Equal((HoleKind.ItemDropped, "一/2"));
        page.Undecided[0].Sentence.English.Should().Be("\"改造道路\" was dropped: 已完成.");
        page.Items.Should().NotContain(row => row.Path == "一/2");
        page.Total.Should().Be(page.Items.Count);
    }

    [Fact]
    public async Task Agencies_that_the_text_passes_by_are_holes_until_something_is_theirs()
    {
        var feeds = Plan();
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var before = await HolesAsync(registers);
        Register(feeds);
        feeds.Append("task/p-01", new SubPlansOrdered([new SubPlanOrder(new PlanId("p-01-xinxian"), Sample.Xinxian, Sample.Today.AddDays(9))]));
        await registers.CatchUpAsync();

        before.Items.Should().Contain(row => row.Kind == HoleKind.AgencyNotNamed && row.Agency == Sample.Xinxian);
        before.Items.Should().ContainSingle(row => row.Kind == HoleKind.AgencyNamedOtherwise)
            .Which.Sentence.Chinese.Should().Contain("商城高山茶").And.StartWith("方案提到商城县");
        before.Items.Should().NotContain(row => row.Agency == Sample.Gushi, "the text names it");
        (await HolesAsync(registers)).Items.Should().NotContain(row => row.Agency == Sample.Xinxian && row.Kind == HoleKind.AgencyNotNamed);
    }

    [Fact]
    public async Task Shares_and_promises_that_do_not_sum_are_holes()
    {
        var feeds = Plan();
        feeds.Append("plan/p", new PlanAccepted(["一/1"]));
        Register(feeds, Centres);
        Order(feeds);
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);
        var ordered = await HolesAsync(registers);
        feeds.Append("task/p-01", new SharesAllotted("i1", [new Share(Sample.Gushi, 5.0m), new Share(Sample.Xinxian, 13)], 2, "待定"));
        feeds.Append("task/p-01", new SubPlanFiled(OfGushi, Sample.Today), new SubPlanSettled(OfGushi, true, [new PromisedShare("i1", 4)]));
        feeds.Append("task/p-01", new SubPlanSettled(new PlanId("p-01-xinxian"), false, []));
        await registers.CatchUpAsync();

        var page = await HolesAsync(registers);

        ordered.Items.Select(row => row.Kind).Should().Contain(HoleKind.SharesNotAllotted);
        page.Items.Should().NotContain(row => row.Kind == HoleKind.SharesNotAllotted || row.Kind == HoleKind.NotTaken);
        page.Items.Single(row => row.Kind == HoleKind.SharesGap).Sentence.Chinese
            .Should().Be("“建成医疗中心”的指标“医疗中心”目标 20 个，份额合计 18 个，相差 2 个（说明：待定）；请补足份额或调整目标。");
        page.Items.Single(row => row.Kind == HoleKind.PromiseGap).Sentence.Chinese
            .Should().Be("固始县的子方案对“建成医疗中心”的指标“医疗中心”承诺 4 个，份额是 5 个；请退回补足，或调整份额。");
        page.Items.Single(row => row.Kind == HoleKind.SubPlanRefused).Agency.Should().Be(Sample.Xinxian);
    }

    [Fact]
    public async Task A_sub_plan_that_is_late_opens_a_hole_by_its_day_and_not_by_an_event()
    {
        var feeds = Plan();
        Register(feeds);
        Order(feeds);
        feeds.Append("task/p-01", new SubPlanFiled(OfGushi, Sample.Today.AddDays(1)));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        (await LateAsync(registers, 10)).Should().BeEmpty();
        (await LateAsync(registers, 11)).Should().Equal("xinxian");
        registers.Time.SetUtcNow(Sample.Start.AddDays(11));
        (await HolesAsync(registers)).Items.Single(row => row.Kind == HoleKind.SubPlanNotFiled).Since
            .Should().Be(WorkingCalendar.At(Sample.Today.AddDays(11), TimeOnly.MinValue));
    }

    [Fact]
    public async Task The_trend_counts_what_stood_open_at_the_end_of_each_day()
    {
        var feeds = Plan();
        Register(feeds);
        Order(feeds);
        feeds.Append("plan/p", new PlanAccepted(["一/1"]));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var trend = await registers.Plans.CoverageTrendAsync(Sample.Clerk, City, Sample.Today.AddDays(-1), Sample.Today.AddDays(12));

        trend!.Days.Should().HaveCount(14);
        trend.Days[0].Total.Should().Be(0);
        foreach (var day in trend.Days.Skip(1))
        {
            var page = await registers.Plans.CoverageAsync(Sample.Clerk, City, new CoverageQuery(day.On, Limit: 200));
            day.Counts.Should().BeEquivalentTo(page!.Items.GroupBy(row => row.Kind).ToDictionary(kind => kind.Key, kind => kind.LongCount()), "on {0}", day.On);
        }

        trend.Days[^1].Counts[HoleKind.SubPlanNotFiled].Should().Be(2);
        trend.Days[^3].Counts.Should().NotContainKey(HoleKind.SubPlanNotFiled);
    }

    [Fact]
    public async Task While_an_item_is_suspended_nothing_of_it_is_a_hole()
    {
        var feeds = Plan();
        Register(feeds);
        feeds.Append("plan/p", new PlanAccepted(["一/1"]));
        var item = Accepted(1, "一/1", "建成医疗中心") with { Assignment = Sample.To(Sample.Education) };
        feeds.Append("plan/p", new PlanRevised(2, "调整", [new RevisionChange(item, item with { State = ItemState.Suspended })]));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        OfItem(await HolesAsync(registers)).Should().BeEmpty();
        feeds.Append("plan/p", new PlanRevised(3, "恢复", [new RevisionChange(item, item)]));
        await registers.CatchUpAsync();
        registers.Ask("SELECT count(*) FROM item_outs WHERE until IS NOT NULL").Should().Be(1);
        OfItem(await HolesAsync(registers)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Holes_of_sub_plans_are_holes_of_the_plan_and_seen_by_those_they_concern()
    {
        var feeds = Plan();
        Register(feeds);
        Order(feeds);
        feeds.Append("plan/p", new PlanAccepted(["一/1"]));
        feeds.Append("plan/p-01-gushi",
            new PlanOpened(OfGushi, "子方案", "", Sample.Registered("x").Authority, new PlanParent(First, City, Sample.Gushi, Sample.Today.AddDays(60), Sample.Today.AddDays(10), [])),
            new PlanItemAdded(Accepted(1, "+1", "建成县级中心")));
        await using var registers = await RegistersOnDisk.CaughtUpAsync(feeds);

        var whole = await HolesAsync(registers);
        var county = await registers.Plans.CoverageAsync(Sample.Caller(Sample.Gushi, Role.Liaison), City, new CoverageQuery(Limit: 200));
        var stranger = await registers.Plans.CoverageAsync(Sample.Caller(Sample.Office, Role.SystemAdministrator), City, new CoverageQuery());

        whole.Items.Where(row => row.Plan == OfGushi).Select(row => row.Kind).Should().Contain(HoleKind.NoOwner);
        county!.Items.Should().NotBeEmpty().And.OnlyContain(row => row.Plan == OfGushi);
        county.Total.Should().Be(county.Items.Count);
        stranger.Should().BeNull();
    }

    [Fact]
    public async Task It_makes_no_difference_which_stream_is_read_first()
    {
        var (forth, back) = (new MemoryFeeds(), new MemoryFeeds());
        Register(forth);
        Order(forth);
        forth.Append("task/p-01", new TaskAssigned(Sample.To(Sample.Education)), new TaskAcknowledged(Sample.Education));
        Plan(forth);
        forth.Append("plan/p", new PlanAccepted(["一/1"]));
        Plan(back);
        back.Append("plan/p", new PlanAccepted(["一/1"]));
        Register(back);
        Order(back);
        back.Append("task/p-01", new TaskAssigned(Sample.To(Sample.Education)), new TaskAcknowledged(Sample.Education));
        await using var first = await RegistersOnDisk.CaughtUpAsync(forth);
        await using var second = await RegistersOnDisk.CaughtUpAsync(back);

        (await HolesAsync(first)).Items.Select(row => (row.Kind, row.Path, row.Agency))
            .Should().Equal((await HolesAsync(second)).Items.Select(row => (row.Kind, row.Path, row.Agency)));
    }

    private static HoleKind[] OfItem(CoveragePage page) => [.. page.Items.Where(row => row.Path == "一/1").Select(row => row.Kind)];

    private static async Task<CoveragePage> HolesAsync(RegistersOnDisk registers)
    {
        registers.Time.Advance(TimeSpan.FromDays(registers.Time.GetUtcNow() == Sample.Start ? 1 : 0));
        return (await registers.Plans.CoverageAsync(Sample.Clerk, City, new CoverageQuery(Limit: 200)))!;
    }

    private static async Task<IEnumerable<string>> LateAsync(RegistersOnDisk registers, int days) =>
        (await registers.Plans.CoverageAsync(Sample.Clerk, City, new CoverageQuery(Sample.Today.AddDays(days), Limit: 200)))!
        .Items.Where(row => row.Kind == HoleKind.SubPlanNotFiled).Select(row => row.Agency!.Value.Value);

    private static void Register(MemoryFeeds feeds, params IReadOnlyList<Indicator> indicators) => feeds.Append("task/p-01",
        Sample.Registered("p-01", "建成医疗中心", proposed: Sample.To(Sample.Education)) with
        {
            Origin = new PlanOrigin(City, "一/1", 7, "建成医疗中心"),
            Indicators = indicators,
        });

    private static void Order(MemoryFeeds feeds) => feeds.Append("task/p-01", new SubPlansOrdered(
        [.. new[] { Sample.Gushi, Sample.Xinxian }.Select(agency => new SubPlanOrder(new PlanId($"p-01-{agency}"), agency, Sample.Today.AddDays(10)))]));

    private static PlanItem Accepted(int number, string path, string title) =>
        new(path, number, null, title, "", [new PlanQuote(path, 7, title)], ItemVerdict.Accepted);

    // Two items: the first names 固始县 and a brand, and the bureau has it; of the second nothing is said.
    private static MemoryFeeds Plan(MemoryFeeds? into = null)
    {
        var feeds = into ?? new MemoryFeeds();
        feeds.Append("plan/p", new PlanRegistered(City, new PlanDraft("方案", null, "市政府", Sample.Today, null, new PlanSource("00", PlanFormat.Md, "utf-8"),
        [
            Node("一/1", "建成医疗中心", new PlanPlace("固始县", "固始县", PlaceKind.County), new PlanPlace("商城高山茶", "商城县", PlaceKind.Brand)),
            Node("一/2", "改造道路"),
        ], [], [], [])));
        feeds.Append("plan/p", new PlanItemSettled("一/1", Sample.To(Sample.Education), Cadence.Monthly, null));
        return feeds;
    }

    private static PlanNode Node(string path, string title, params IReadOnlyList<PlanPlace> places) =>
        new("1", path, title, "", 7, 8, PlanLevel.Article, [], [], [], [], [], places, []);
}
