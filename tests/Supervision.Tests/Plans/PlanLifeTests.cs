using System.Text.Json.Nodes;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Actors;
using Supervision.Tests.Tasks;
using Supervision.Workflows;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>Plans as actors, with the processes that come with the system: reviewed, submitted, returned, accepted, revised.</summary>
public sealed class PlanLifeTests
{
    private static readonly Caller Designer = People.Of("designer", People.Office, Role.Designer);
    private static readonly Caller OtherDirector = People.Of("director.two", People.Office, Role.OfficeDirector);

    [Fact]
    public async Task A_plan_is_reviewed_submitted_returned_and_accepted_and_its_tasks_follow()
    {
        await using var city = await City.FoundAsync();
        var plan = await RegisteredAsync(city);
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeRefused(PlanRefusals.Undecided);
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [.. Paths.Skip(1).Select(path => new ItemChange.Settle(path, On))]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [new ItemChange.Postpone(First, "下一批")]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();

        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [new ItemChange.Weigh(Second, 2)]))).ShouldBeRefused(PlanRefusals.UnderApproval);
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Rejected, "请补指标"))).ShouldBeDone();
        (await plan.ViewAsync()).Stage.Should().Be(PlanStage.Reviewed);
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [new ItemChange.Weigh(Second, 2)]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        await city.SettleAsync();

        var view = await plan.ViewAsync();
        (view.Stage, view.Revision).Should().Be((PlanStage.Accepted, 1));
        view.Items.Where(item => item.Task is not null).Select(item => item.Path).Should().Equal(Paths.Skip(1));
        foreach (var item in view.Items.Skip(1))
            (await city.Grains.GetGrain<ITaskGrain>(item.Task!.Value.Value).ViewAsync(city.As(People.Clerk)))!.Title.Should().Be(item.Title);
        (await city.FactsAsync("plan/sample")).OfType<PlanAccepted>().Should().ContainSingle().Which.Paths.Should().Equal(Paths.Skip(1));
    }

    [Fact]
    public async Task Who_submitted_does_not_approve()
    {
        await using var city = await City.FoundAsync();
        var plan = await RegisteredAsync(city);
        await plan.DecideAllAsync();

        (await plan.SendAsync(People.Director, key => new SubmitPlan(key))).ShouldBeDone(); // The director is a clerk as well.
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeRefused(TaskRefusals.Recused);
        (await plan.SendAsync(OtherDirector, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
    }

    [Fact]
    public async Task One_approval_more_in_the_definition_is_asked_for_before_the_plan_is_accepted()
    {
        await using var city = await City.FoundAsync();
        (await PublishAsync(city, "plan-approval", WithLeadersApproval)).ShouldBeDone();
        var plan = await RegisteredAsync(city);
        await plan.DecideAllAsync();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();

        (await plan.ViewAsync()).Stage.Should().Be(PlanStage.Submitted);
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
        (await plan.SendAsync(People.Leader, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.ViewAsync()).Stage.Should().Be(PlanStage.Accepted);
    }

    [Fact]
    public async Task A_sub_plan_goes_from_its_order_over_its_head_and_the_office_to_its_acceptance()
    {
        await using var city = await City.FoundAsync();
        var plan = await OrderedAsync(city);
        (await plan.SendAsync(People.Liaison, key => new ReviewItems(key, [Added]))).ShouldBeRefused(PlanRefusals.NotAcknowledged);
        (await plan.SendAsync(People.Clerk, key => new AcknowledgePlan(key))).ShouldBeRefused(PlanRefusals.NotAllowed);
        (await plan.SendAsync(People.Liaison, key => new AcknowledgePlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Liaison, key => new SubmitPlan(key))).ShouldBeRefused(PlanRefusals.NothingAccepted);
        (await plan.SendAsync(People.Liaison, key => new ReviewItems(key, [Added]))).ShouldBeDone();
        (await plan.SendAsync(People.Liaison, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new DecidePlan(key, Verdict.Approved))).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
        (await plan.SendAsync(People.Head, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new DecidePlan(key, Verdict.Rejected, "数量不足"))).ShouldBeDone();

        (await plan.SendAsync(People.Liaison, key => new ReviewItems(key, [Added with { Title = "再建一座" }]))).ShouldBeDone();
        (await plan.SendAsync(People.Liaison, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Head, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();

        var accepted = (await city.FactsAsync(plan.Stream)).OfType<PlanAccepted>().Should().ContainSingle().Which;
        accepted.Paths.Should().Equal("+1", "+2");
        accepted.Promised.Should().Equal(new PromisedShare("i1", 4));
    }

    [Fact]
    public async Task A_sub_plan_that_is_refused_stands_until_it_is_ordered_again()
    {
        await using var city = await City.FoundAsync();
        var plan = await OrderedAsync(city);
        (await plan.SendAsync(People.Liaison, key => new RefusePlan(key, "属文旅部门职责"))).ShouldBeDone();

        (await plan.ViewAsync()).Stage.Should().Be(PlanStage.Declined);
        (await plan.SendAsync(People.Liaison, key => new AcknowledgePlan(key))).ShouldBeRefused(PlanRefusals.NotWaiting);
        (await plan.OrderAsync(new("again"))).ShouldBeDone();
        (await plan.ViewAsync()).Stage.Should().Be(PlanStage.Ordered);
    }

    [Fact]
    public async Task An_order_that_is_sent_again_changes_nothing_and_with_other_terms_changes_them()
    {
        await using var city = await City.FoundAsync();
        var plan = await OrderedAsync(city);
        var version = (await plan.ViewAsync()).Version;

        (await plan.OrderAsync(new("again"))).ShouldBeDone();
        (await plan.ViewAsync()).Version.Should().Be(version);
        (await plan.OrderAsync(new("other"), Above(People.Lead) with { DueOn = new(2026, 9, 30) })).ShouldBeDone();
        (await plan.ViewAsync()).Parent!.DueOn.Should().Be(new(2026, 9, 30));
    }

    [Fact]
    public async Task A_sub_plan_that_is_not_filed_in_time_climbs()
    {
        await using var city = await City.FoundAsync();
        var plan = await OrderedAsync(city);
        (await plan.SendAsync(People.Liaison, key => new AcknowledgePlan(key))).ShouldBeDone();

        await city.GoToAsync(new(2026, 4, 30));
        (await city.FactsAsync(plan.Stream)).OfType<ProcessStarted>().Should().HaveCount(1, "the day on which it is due has not ended");
        await city.GoToAsync(new(2026, 5, 6));
        (await city.FactsAsync(plan.Stream)).OfType<ProcessStarted>().Should().Contain(started => started.Definition == "sub-ladder");
    }

    [Fact]
    public async Task A_revision_is_in_force_when_it_is_approved_and_its_difference_names_the_tasks()
    {
        await using var city = await City.FoundAsync();
        var plan = await AcceptedAsync(city);
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "项目停建",
            [new ItemChange.Suspend(First), new ItemChange.Add("增补", "增补内容", Assignment: On)]))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "另一项", [new ItemChange.Remove(Second)]))).ShouldBeRefused(PlanRefusals.RevisionPending);
        (await plan.ViewAsync()).Revision.Should().Be(1);
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();

        (await plan.ViewAsync()).Revision.Should().Be(2);
        var versions = (await plan.Grain.VersionsAsync(city.As(People.Clerk)))!.Versions;
        versions.Select(version => (version.Number, version.Reason, version.Items, version.Changes)).Should().Equal(
            (1, null, Paths.Length, Paths.Length), (2, "项目停建", Paths.Length + 1, 2));
        var difference = (await plan.Grain.DifferenceAsync(city.As(People.Clerk), 2))!;
        difference.Changes.Select(change => (change.Task.Value, change.How)).Should().Equal(
            ("sample-01", ItemRevision.Suspended), ($"sample-{Paths.Length + 1:D2}", ItemRevision.Added));
        difference.Changes[0].Fields.Should().Equal("state");
    }

    [Fact]
    public async Task A_revision_that_is_refused_or_whose_process_is_ended_leaves_the_plan_as_it_is()
    {
        await using var city = await City.FoundAsync();
        var plan = await AcceptedAsync(city);
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "取消", [new ItemChange.Remove(First)]))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Rejected, "继续实施"))).ShouldBeDone();
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "取消", [new ItemChange.Remove(First)]))).ShouldBeDone();
        (await plan.Grain.ExecuteAsync(city.As(Designer), new AbortProcess(new("abort"), "revision", "误提"))).ShouldBeDone();

        (await plan.ViewAsync()).Should().Match<PlanView>(view => view.Revision == 1 && view.Proposed == null);
        (await city.FactsAsync(plan.Stream)).OfType<PlanRevisionRefused>().Should().HaveCount(2);
        (await plan.SendAsync(People.Clerk, key => new ProposeRevision(key, "取消", [new ItemChange.Remove(First)]))).ShouldBeDone();
    }

    [Fact]
    public async Task A_revision_of_a_sub_plan_is_signed_by_its_head_first()
    {
        await using var city = await City.FoundAsync();
        var plan = await OrderedAsync(city);
        await plan.SendAsync(People.Liaison, key => new AcknowledgePlan(key));
        await plan.SendAsync(People.Liaison, key => new ReviewItems(key, [Added]));
        await plan.SendAsync(People.Liaison, key => new SubmitPlan(key));
        foreach (var person in new[] { People.Head, People.Clerk, People.Director })
            (await plan.SendAsync(person, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.SendAsync(People.Liaison, key => new ProposeRevision(key, "少建一座", [new ItemChange.Measure("+1", [Part(1)])]))).ShouldBeDone();

        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeRefused(TaskRefusals.ApprovalNotYours);
        (await plan.SendAsync(People.Head, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        (await city.FactsAsync(plan.Stream)).OfType<PlanRevised>().Should().ContainSingle().Which.Promised.Should().Equal(new PromisedShare("i1", 1));
    }

    [Fact]
    public async Task History_tells_who_decided_what_page_by_page()
    {
        await using var city = await City.FoundAsync();
        var plan = await RegisteredAsync(city);
        (await plan.SendAsync(People.Clerk, key => new ReviewItems(key, [new ItemChange.Drop(First, "背景表述"), new ItemChange.Weigh(Second, 3)]))).ShouldBeDone();

        var first = (await plan.Grain.HistoryAsync(city.As(People.Clerk), 0, 2))!;
        var rest = (await plan.Grain.HistoryAsync(city.As(People.Clerk), first.Next!.Value, 2))!;

        first.Entries.Select(entry => (entry.Account.Value, entry.Path, entry.What.English)).Should().Equal(
            ("clerk", null, $"registered with {Paths.Length} items"), ("clerk", First, "dropped: 背景表述"));
        rest.Entries.Should().ContainSingle().Which.What.Should().Be(new Term("权重 3", "weight 3"));
        rest.Next.Should().BeNull();
        (await plan.Grain.HistoryAsync(city.As(People.Liaison), 0, 2)).Should().BeNull("a liaison has no part in the review of a plan of the city");
    }

    [Fact]
    public async Task The_same_command_twice_is_recorded_once()
    {
        await using var city = await City.FoundAsync();
        var plan = await RegisteredAsync(city);
        var command = new ReviewItems(new("once"), [new ItemChange.Add("增补", "内容")]);

        var first = (await plan.Grain.ExecuteAsync(city.As(People.Clerk), command)).ShouldBeDone();
        var again = (await plan.Grain.ExecuteAsync(city.As(People.Clerk), command)).ShouldBeDone();

        again.Should().Be(first);
        (await plan.ViewAsync()).Items.Should().HaveCount(Paths.Length + 1);
    }

    private static readonly ItemChange.Add Added = new("建一座", "年内建成", Assignment: On with { DueOn = new(2026, 6, 1) }, Indicators: [Part(2)]);

    private static Supervision.Indicators.Indicator Part(int target) => Books with { Target = new TargetValue(target), PartOf = "i1" };

    private static async Task<PlanLine> RegisteredAsync(City city)
    {
        var plan = new PlanLine(city, "sample");
        (await plan.SendAsync(People.Clerk, key => new RegisterPlan(key, Draft))).ShouldBeDone();
        return plan;
    }

    private static async Task<PlanLine> AcceptedAsync(City city)
    {
        var plan = await RegisteredAsync(city);
        await plan.DecideAllAsync();
        (await plan.SendAsync(People.Clerk, key => new SubmitPlan(key))).ShouldBeDone();
        (await plan.SendAsync(People.Director, key => new DecidePlan(key, Verdict.Approved))).ShouldBeDone();
        return plan;
    }

    private static async Task<PlanLine> OrderedAsync(City city)
    {
        var plan = new PlanLine(city, "t-1-education");
        (await plan.OrderAsync(new("order"))).ShouldBeDone();
        return plan;
    }

    private static Task<Receipt> PublishAsync(City city, string id, Action<JsonObject> edit)
    {
        var definition = JsonNode.Parse(ShippedDefinitions.All[id].Span)!.AsObject();
        edit(definition);
        return city.Grains.GetGrain<IDefinitionGrain>(id).PublishAsync(city.As(Designer), new PublishDefinition(new("publish"), definition.ToJsonString()));
    }

    private static void WithLeadersApproval(JsonObject definition)
    {
        definition["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "leader", "type": "Supervision.AskForApproval", "version": 1, "name": "分管领导审批",
              "purpose": { "typeName": "String", "expression": { "type": "Literal", "value": "plan" } },
              "role": { "typeName": "String", "expression": { "type": "Literal", "value": "LeaderInCharge" } }
            }
            """));
        var arrows = definition["root"]!["connections"]!.AsArray();
        arrows.Single(arrow => (string?)arrow!["source"]!["port"] == "Approved")!["target"]!["activity"] = "leader";
        foreach (var (port, to) in new[] { ("Approved", "accept"), ("Rejected", "return") })
            arrows.Add(JsonNode.Parse($$"""{ "source": { "activity": "leader", "port": "{{port}}" }, "target": { "activity": "{{to}}", "port": "In" } }"""));
    }
}
