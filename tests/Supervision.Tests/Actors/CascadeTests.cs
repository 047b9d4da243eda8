using Microsoft.Extensions.DependencyInjection;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Followers;
using Supervision.Tasks;
using Supervision.Tests.Indicators;
using Supervision.Tests.Plans;
using Supervision.Tests.Tasks;
using PlanLine = Supervision.Tests.Plans.PlanLine;

namespace Supervision.Tests.Actors;

/// <summary>From an accepted plan of the city to the tasks of its counties, through the followers alone.</summary>
public sealed class CascadeTests
{
    internal static readonly AgencyCode Gushi = new("gushi"), Luoshan = new("luoshan");
    private static readonly DateOnly FileBy = new(2026, 4, 30);
    private static readonly EvidenceReference[] Evidence = [new("验收单", "doc-1")];

    [Fact]
    public async Task A_city_plan_comes_down_to_tasks_of_two_counties_with_shares_and_their_gap()
    {
        await using var city = await City.FoundAsync();
        var top = await AcceptedAsync(city);
        (await top.ViewAsync()).Stage.Should().Be(TaskStage.Assigned, "it was approved and assigned with its plan");
        (await top.SendAsync(People.Clerk, Order(top, Gushi, Luoshan))).ShouldBeDone();
        (await top.SendAsync(People.Clerk, new AllotShares(top.NextKey, "i1", [new(Gushi, 12), new(Luoshan, 6)], "二座待定"))).ShouldBeDone();
        await city.SettleAsync();

        var gushi = new PlanLine(city, "sample-01-gushi");
        (await gushi.ViewAsync()).Parent!.Indicators.Should().ContainSingle().Which.Target.Should().Be(new TargetValue(12m));
        await FileAsync(gushi, Gushi, 10);
        await city.SettleAsync();
        (await SubPlanAsync(top, Gushi)).FiledOn.Should().Be(new(2026, 3, 2));

        (await gushi.SendAsync(Head(Gushi), key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await gushi.SendAsync(People.Clerk, key => new DecidePlan(key, Verdict.Rejected, "份额不足"))).ShouldBeDone();
        (await gushi.SendAsync(Liaison(Gushi), key => new ReviewItems(key, [Item(1)]))).ShouldBeDone();
        await AcceptAsync(gushi, Gushi);
        var luoshan = new PlanLine(city, "sample-01-luoshan");
        await FileAsync(luoshan, Luoshan, 6);
        await AcceptAsync(luoshan, Luoshan, submit: false);
        await city.SettleAsync();

        var division = (await top.ViewAsync()).Cascade.Divisions.Should().ContainSingle().Which;
        division.Parts.Should().Equal(new PartView(Gushi, 12, 11), new PartView(Luoshan, 6, 6));
        (division.Gap, division.Reason, division.PromisedGap).Should().Be((2m, "二座待定", 3m));
        (await SubPlanAsync(top, Gushi)).Accepted.Should().BeTrue();
        var leaf = await new TaskLine(city, "sample-01-gushi-02").ViewAsync();
        (leaf.Stage, leaf.Origin!.Depth, leaf.Assignment!.Lead).Should().Be((TaskStage.Assigned, 1, Gushi));
        leaf.Indicators.Should().ContainSingle().Which.Indicator.PartOf.Should().Be("i1");
        leaf.Waits.Should().ContainSingle().Which.Activity.Should().Be("acknowledge");
    }

    [Fact]
    public async Task A_countys_own_head_reviews_verifies_and_strikes_off_and_the_reporter_stands_back()
    {
        await using var city = await City.FoundAsync();
        var leaf = await LeafAsync(city);
        (await leaf.SendAsync(Liaison(Gushi), new Acknowledge(leaf.NextKey))).ShouldBeDone();
        (await leaf.SendAsync(Head(Gushi), new ReportProgress(leaf.NextKey, 30, "推进中"))).ShouldBeDone();

        (await leaf.SendAsync(People.Clerk, new ReviewReport(leaf.NextKey, true))).ShouldBeRefused(TaskRefusals.OtherRole);
        (await leaf.SendAsync(Head(Gushi), new ReviewReport(leaf.NextKey, true))).ShouldBeRefused(TaskRefusals.Recused);
        (await leaf.SendAsync(Head(Gushi, "gushi.deputy"), new ReviewReport(leaf.NextKey, true))).ShouldBeDone();
        (await leaf.SendAsync(Liaison(Gushi), new RecordValue(leaf.NextKey, "i1", new(2026, 3, 2), new TargetValue(4m), Evidence))).ShouldBeDone();
        (await leaf.SendAsync(Liaison(Gushi), new SubmitCompletion(leaf.NextKey, "已建成", Evidence))).ShouldBeDone();
        (await leaf.SendAsync(Head(Gushi), new Verify(leaf.NextKey, true, "属实"))).ShouldBeDone();
        (await leaf.SendAsync(Head(Gushi), new CloseOut(leaf.NextKey, "完成", "回执"))).ShouldBeDone();

        var view = await leaf.ViewAsync();
        (view.Stage, view.NeedsDecision).Should().Be((TaskStage.ClosedOut, false));
        view.Indicators.Should().ContainSingle().Which.Permille.Should().Be(400);
    }

    [Fact]
    public async Task Followers_that_begin_again_change_nothing()
    {
        await using var city = await City.FoundAsync();
        await LeafAsync(city);
        var before = await LengthsAsync(city);

        // As after a crash before the cursor was moved: every follow-up is sent again with its key.
        for (var shard = 0; shard < city.Ledger.Store.Shards; shard++)
            await city.Ledger.MoveCursorAsync(ShardFollowerGrain.Name, shard, 0);
        await city.Silo.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        await city.SettleAsync();

        (await LengthsAsync(city)).Should().Equal(before);
        (await city.Ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_task_of_a_sub_plan_is_broken_down_again_and_the_depth_is_bounded()
    {
        await using var city = await City.FoundAsync();
        var task = await AcceptedAsync(city);
        for (var depth = 1; depth <= TaskRules.CascadeDepthMax; depth++)
        {
            (await task.SendAsync(People.Clerk, Order(task, Gushi))).ShouldBeDone();
            await city.SettleAsync();
            var plan = new PlanLine(city, $"{task.Stream["task/".Length..]}-gushi");
            await FileAsync(plan, Gushi, 10);
            await AcceptAsync(plan, Gushi, submit: false);
            await city.SettleAsync();
            task = new TaskLine(city, $"{plan.Stream["plan/".Length..]}-01");
            (await task.ViewAsync()).Origin!.Depth.Should().Be(depth);
        }

        (await task.SendAsync(People.Clerk, Order(task, Gushi))).ShouldBeRefused(TaskRefusals.CascadeTooDeep);
    }

    [Fact]
    public async Task A_revision_adds_readjusts_suspends_and_removes_tasks()
    {
        await using var city = await City.FoundAsync();
        var plan = new PlanLine(city, "sample");
        await AcceptedAsync(city, plan);
        var later = PlanScenario.On with { DueOn = PlanScenario.On.DueOn.AddDays(30) };

        await ReviseAsync(city, plan, new ItemChange.Settle(PlanScenario.Paths[0], later), new ItemChange.Suspend(PlanScenario.Paths[1]), new ItemChange.Add("增补", "增补内容", Assignment: PlanScenario.On));
        var (first, second) = (new TaskLine(city, "sample-01"), new TaskLine(city, "sample-02"));
        (await first.ViewAsync()).Assignment!.DueOn.Should().Be(later.DueOn);
        (await second.ViewAsync()).ClockStoppedOn.Should().Be(new(2026, 3, 2));
        (await new TaskLine(city, $"sample-{PlanScenario.Paths.Length + 1:D2}").ViewAsync()).Stage.Should().Be(TaskStage.Assigned);

        await ReviseAsync(city, plan, new ItemChange.Resume(PlanScenario.Paths[1]), new ItemChange.Remove(PlanScenario.Paths[0]));
        (await first.ViewAsync()).Stage.Should().Be(TaskStage.Withdrawn);
        (await second.ViewAsync()).ClockStoppedOn.Should().BeNull();
    }

    private static async Task ReviseAsync(City city, PlanLine plan, params ItemChange[] changes)
    {
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "滚动调整", changes))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();
    }

    // The first item of the sample plan with an indicator of twenty rooms, as a task.
    internal static async Task<TaskLine> AcceptedAsync(City city, PlanLine? line = null)
    {
        var plan = line ?? new PlanLine(city, "sample");
        (await plan.SendAsync(People.Clerk, key => new RegisterPlan(key, PlanScenario.Draft))).ShouldBeDone();
        await plan.DecideAllAsync();
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [new ItemChange.Measure(PlanScenario.Paths[0], [IndicatorRulesTests.Rooms])]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();
        return new TaskLine(city, "sample-01");
    }

    internal static async Task<TaskLine> LeafAsync(City city)
    {
        var top = await AcceptedAsync(city);
        (await top.SendAsync(People.Clerk, Order(top, Gushi))).ShouldBeDone();
        await city.SettleAsync();
        var plan = new PlanLine(city, "sample-01-gushi");
        await FileAsync(plan, Gushi, 10);
        await AcceptAsync(plan, Gushi, submit: false);
        await city.SettleAsync();
        return new TaskLine(city, "sample-01-gushi-01");
    }

    internal static async Task FileAsync(PlanLine plan, AgencyCode agency, int rooms)
    {
        (await plan.SendAsync(Liaison(agency), key => new AcknowledgePlan(key))).ShouldBeDone();
        (await plan.SendAsync(Liaison(agency), key => new ReviewItems(key, [Item(rooms, agency)]))).ShouldBeDone();
        (await plan.SendAsync(Liaison(agency), key => new SubmitPlan(key))).ShouldBeDone();
    }

    internal static async Task AcceptAsync(PlanLine plan, AgencyCode agency, bool submit = true)
    {
        if (submit) (await plan.SendAsync(Liaison(agency), key => new SubmitPlan(key))).ShouldBeDone();
        foreach (var person in new[] { Head(agency), People.Clerk, People.Director })
            (await plan.SendAsync(person, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
    }

    internal static ItemChange.Add Item(int rooms, AgencyCode? agency = null) => new(
        $"建设 {rooms} 座", "年内建成", Assignment: new Assignment(agency ?? Gushi, [], [], new(2026, 6, 1)),
        Indicators: [IndicatorRulesTests.Rooms with { Target = new TargetValue(rooms), PartOf = "i1" }]);

    internal static OrderSubPlans Order(TaskLine task, params AgencyCode[] agencies) =>
        new(task.NextKey, [.. agencies.Select(agency => new SubPlanRequest(agency, FileBy))]);

    private static async Task<SubPlanView> SubPlanAsync(TaskLine task, AgencyCode agency) =>
        (await task.ViewAsync()).Cascade.SubPlans.Single(plan => plan.Agency == agency);

    private static async Task<Dictionary<string, int>> LengthsAsync(City city)
    {
        var lengths = new Dictionary<string, int>();
        foreach (var stream in new[] { "plan/sample", "task/sample-01", "plan/sample-01-gushi", "task/sample-01-gushi-01" })
            lengths[stream] = (await city.FactsAsync(stream)).Count;
        return lengths;
    }

    internal static Caller Liaison(AgencyCode agency) => People.Of($"{agency}.liaison", agency, Role.Liaison);

    internal static Caller Head(AgencyCode agency, string? account = null) => People.Of(account ?? $"{agency}.head", agency, Role.AgencyHead);
}
