using Microsoft.Extensions.DependencyInjection;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Silo.Followers;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Actors.CascadeTests;
using PlanLine = Supervision.Tests.Plans.PlanLine;

namespace Supervision.Tests.Actors;

/// <summary>撤销 of a task that was broken down: nothing below it is left hanging, and nothing that is closed changes.</summary>
public sealed class WithdrawalTests
{
    private const string Reason = "事项撤并";

    [Fact]
    public async Task Withdrawing_a_task_withdraws_all_that_is_below_it_to_any_depth()
    {
        await using var city = await City.FoundAsync();
        var (top, deep, closed) = await ThreeDeepAsync(city);
        var closedFacts = (await city.FactsAsync(closed.Stream)).Count;

        (await top.SendAsync(People.Director, new Withdraw(top.NextKey, Reason))).ShouldBeDone();
        await city.SettleAsync();

        // Depth 1: accepted, with a task that was struck off before and one that was broken down.
        var gushi = new PlanLine(city, "sample-01-gushi");
        (await city.FactsAsync(gushi.Stream)).OfType<PlanWithdrawn>().Should().ContainSingle().Which
            .Should().BeEquivalentTo(new PlanWithdrawn(new("sample-01"), Reason, ["+1", "+2"]));
        (await gushi.ViewAsync()).Stage.Should().Be(PlanStage.Withdrawn);
        (await city.FactsAsync(closed.Stream)).Should().HaveCount(closedFacts, "what is struck off stays so");
        (await city.FactsAsync("task/sample-01-gushi-01")).OfType<TaskWithdrawn>().Should().ContainSingle().Which
            .Should().BeEquivalentTo(new TaskWithdrawn(Reason, new PlanId("sample-01-gushi"), [new("sample-01-gushi-01-gushi")]));

        // Depth 2: accepted. Depth 3: ordered, and nobody has taken it up.
        (await new TaskLine(city, "sample-01-gushi-01-gushi-01").ViewAsync()).Stage.Should().Be(TaskStage.Withdrawn);
        var ordered = await deep.ViewAsync();
        (ordered.Stage, ordered.Waits.Count).Should().Be((PlanStage.Withdrawn, 0));
        (await deep.SendAsync(Liaison(Gushi), key => new AcknowledgePlan(key))).ShouldBeRefused(PlanRefusals.Withdrawn);
    }

    [Fact]
    public async Task Terminating_a_task_withdraws_its_sub_plans_and_their_tasks()
    {
        await using var city = await City.FoundAsync();
        var (top, deep, _) = await ThreeDeepAsync(city);

        (await top.SendAsync(People.Clerk, new RequestTermination(top.NextKey, Reason))).ShouldBeDone();
        (await top.SendAsync(People.Leader, new Decide(top.NextKey, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        (await top.ViewAsync()).Stage.Should().Be(TaskStage.Terminated);
        (await new PlanLine(city, "sample-01-gushi").ViewAsync()).Stage.Should().Be(PlanStage.Withdrawn);
        (await new TaskLine(city, "sample-01-gushi-01-gushi-01").ViewAsync()).Stage.Should().Be(TaskStage.Withdrawn);
        (await deep.ViewAsync()).Stage.Should().Be(PlanStage.Withdrawn);
    }

    [Fact]
    public async Task A_sub_plan_that_its_agency_refused_is_left_as_it_is_and_other_tasks_too()
    {
        await using var city = await City.FoundAsync();
        var (top, _, _) = await ThreeDeepAsync(city);
        var refused = new PlanLine(city, "sample-01-luoshan");
        var before = (await city.FactsAsync(refused.Stream)).Count;

        (await top.SendAsync(People.Director, new Withdraw(top.NextKey, Reason))).ShouldBeDone();
        await city.SettleAsync();

        (await city.FactsAsync(refused.Stream)).Should().HaveCount(before);
        (await new TaskLine(city, "sample-02").ViewAsync()).Stage.Should().Be(TaskStage.Assigned);
    }

    [Fact]
    public async Task Followers_that_begin_again_withdraw_nothing_twice()
    {
        await using var city = await City.FoundAsync();
        var (top, deep, _) = await ThreeDeepAsync(city);
        (await top.SendAsync(People.Director, new Withdraw(top.NextKey, Reason))).ShouldBeDone();
        await city.SettleAsync();
        var before = await LengthsAsync();

        for (var shard = 0; shard < city.Ledger.Store.Shards; shard++)
            await city.Ledger.MoveCursorAsync(ShardFollowerGrain.Name, shard, 0);
        await city.Silo.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        await city.SettleAsync();

        (await LengthsAsync()).Should().Equal(before);
        (await city.Ledger.ListParkedAsync(ShardFollowerGrain.Name)).Should().BeEmpty();

        async Task<int[]> LengthsAsync()
        {
            string[] streams = [top.Stream, "plan/sample-01-gushi", "task/sample-01-gushi-01", "plan/sample-01-gushi-01-gushi", deep.Stream];
            return await Task.WhenAll(streams.Select(async stream => (await city.FactsAsync(stream)).Count));
        }
    }

    // sample-01: gushi's plan with two tasks, of which the second is struck off and the first is broken down again, and its
    // task once more; luoshan has refused its plan.
    private static async Task<(TaskLine Top, PlanLine Deepest, TaskLine Closed)> ThreeDeepAsync(City city)
    {
        var top = await AcceptedAsync(city);
        (await top.SendAsync(People.Clerk, Order(top, Gushi, Luoshan))).ShouldBeDone();
        await city.SettleAsync();
        (await new PlanLine(city, "sample-01-luoshan").SendAsync(Liaison(Luoshan), key => new RefusePlan(key, "不属职责"))).ShouldBeDone();
        await PlanAsync(city, "sample-01-gushi", 6, 4);

        var closed = new TaskLine(city, "sample-01-gushi-02");
        (await closed.SendAsync(Liaison(Gushi), new Acknowledge(closed.NextKey))).ShouldBeDone();
        (await closed.SendAsync(Liaison(Gushi), new SubmitCompletion(closed.NextKey, "已建成", [new("验收单", "doc-1")]))).ShouldBeDone();
        (await closed.SendAsync(Head(Gushi), new Verify(closed.NextKey, true, "属实"))).ShouldBeDone();
        (await closed.SendAsync(Head(Gushi), new CloseOut(closed.NextKey, "完成", "回执"))).ShouldBeDone();

        await BreakDownAsync(city, new TaskLine(city, "sample-01-gushi-01"));
        await PlanAsync(city, "sample-01-gushi-01-gushi", 6);
        await BreakDownAsync(city, new TaskLine(city, "sample-01-gushi-01-gushi-01"));
        return (top, new PlanLine(city, "sample-01-gushi-01-gushi-01-gushi"), closed);
    }

    private static async Task BreakDownAsync(City city, TaskLine task)
    {
        (await task.SendAsync(People.Clerk, Order(task, Gushi))).ShouldBeDone();
        await city.SettleAsync();
    }

    private static async Task PlanAsync(City city, string id, params int[] rooms)
    {
        var plan = new PlanLine(city, id);
        (await plan.SendAsync(Liaison(Gushi), key => new AcknowledgePlan(key))).ShouldBeDone();
        (await plan.SendAsync(Liaison(Gushi), key => new ReviewItems(key, [.. rooms.Select(one => Item(one))]))).ShouldBeDone();
        await AcceptAsync(plan, Gushi);
        await city.SettleAsync();
    }
}
