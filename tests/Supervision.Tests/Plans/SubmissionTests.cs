using Supervision.Calendars;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>报审, 审批 and the rules of sub-plans, as far as they need no process to run.</summary>
public sealed class SubmissionTests
{
    private static readonly Assignment Early = On with { DueOn = new(2026, 6, 1) };
    private static readonly Plan Sub = SubPlanOf(People.Lead);

    [Fact]
    public void A_plan_that_is_decided_is_submitted_and_the_process_hears_by_whom()
    {
        var accepted = Whole.When(People.Clerk, new SubmitPlan(Key)).ShouldRecord(new PlanSubmitted(People.Office));

        var answer = accepted.Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Answer>().Which;
        answer.Outcome.Should().Be("Submitted");
        ((string?)answer.Data!["account"]).Should().Be("clerk");
    }

    [Fact]
    public void What_is_undecided_keeps_a_plan_from_being_submitted_and_is_counted_and_named()
    {
        var refused = OfCity.Reviewed(new ItemChange.Drop(First, "背景")).When(People.Clerk, new SubmitPlan(Key)).ShouldRefuseWith(PlanRefusals.Undecided);

        refused.English.Should().StartWith($"{Paths.Length - 1} of {Paths.Length} items are still undecided, the first is \"{Second}\"");
    }

    [Fact]
    public void So_does_an_accepted_item_without_owner_and_a_plan_without_items()
    {
        Whole.Reviewed(new ItemChange.Add("增补", "内容")).When(People.Clerk, new SubmitPlan(Key)).ShouldRefuseWith(PlanRefusals.ItemNotSettled)
            .English.Should().Contain("\"+1\"");
        OfCity.Reviewed([.. Paths.Select(path => new ItemChange.Drop(path, "背景"))]).When(People.Clerk, new SubmitPlan(Key))
            .ShouldRefuse(PlanRefusals.NothingAccepted);
    }

    [Fact]
    public void So_does_a_day_that_has_passed_since_it_was_settled()
    {
        var later = Context with { Now = WorkingCalendar.At(On.DueOn.AddDays(1), new(10, 0)) };

        Whole.When(People.Clerk, new SubmitPlan(Key), later).ShouldRefuseWith(TaskRefusals.DueOnPast).English.Should().Contain(First);
    }

    [Fact]
    public void A_plan_is_not_accepted_by_a_definition_that_asks_nobody()
    {
        PlanRules.Grant(OfCity, new ProcessRequest(RequestNames.AcceptPlan, "approval", "accept", null, [])).ShouldRecord();
        PlanRules.Grant(InForce, new ProcessRequest(RequestNames.AcceptPlan, "approval", "accept", null, [])).ShouldRecord();
    }

    [Fact]
    public void An_approval_is_given_by_the_post_that_is_asked_and_not_by_who_must_stand_back()
    {
        var waiting = Whole.Waiting((WaitKinds.Approval, nameof(Role.OfficeDirector), "clerk"));
        var both = People.Of("clerk", People.Office, Role.OfficeDirector);

        waiting.When(People.Director, new DecidePlan(Key, Verdict.Approved)).ShouldRecord(new ApprovalGiven("approval/b0", "plan", Verdict.Approved, null));
        waiting.When(People.Clerk, new DecidePlan(Key, Verdict.Approved)).ShouldRefuse(TaskRefusals.ApprovalNotYours);
        waiting.When(both, new DecidePlan(Key, Verdict.Approved)).ShouldRefuse(TaskRefusals.Recused);
        waiting.When(People.Director, new DecidePlan(Key, Verdict.Rejected)).ShouldRefuse(TaskRefusals.TextMissing);
        Whole.When(People.Director, new DecidePlan(Key, Verdict.Approved)).ShouldRefuse(TaskRefusals.ApprovalNotYours);
    }

    [Fact]
    public void An_item_of_a_sub_plan_is_due_no_later_than_the_task_above_without_a_reason()
    {
        var late = On with { DueOn = new(2026, 7, 1) };

        Send(new ItemChange.Add("建一座", "内容", Assignment: late)).ShouldRefuseWith(PlanRefusals.DueAfterParent);
        Send(new ItemChange.Add("建一座", "内容", Assignment: late, LateReason: "雨季")).Should().BeOfType<Decision.Accepted>();
        Send(new ItemChange.Add("建一座", "内容", Assignment: Early)).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void An_item_of_a_sub_plan_is_led_within_the_house() =>
        Send(new ItemChange.Add("建一座", "内容", Assignment: Early with { Lead = People.Stranger })).ShouldRefuseWith(PlanRefusals.LeadOutside);

    [Fact]
    public void A_sub_plan_promises_what_its_accepted_items_add_up_to()
    {
        var part = Books with { PartOf = "i1", Target = new TargetValue(1) };
        var plan = Sub.Given([.. Send(
            new ItemChange.Add("建一座", "内容", Assignment: Early, Indicators: [part]), new ItemChange.Add("再建两座", "内容", Assignment: Early, Indicators: [part with { Target = new TargetValue(2) }]),
            new ItemChange.Add("不建", "内容", Assignment: Early, Indicators: [part]), new ItemChange.Drop("+3", "不建")).Should().BeOfType<Decision.Accepted>().Which.Facts]);

        PlanRules.Grant(plan, new ProcessRequest(RequestNames.AcceptPlan, "approval", "accept", null, []))
            .ShouldRecord(new PlanAccepted(["+1", "+2"], [new PromisedShare("i1", 3)]));
    }

    private static Decision Send(params ItemChange[] changes) => Sub.When(People.Liaison, new ReviewItems(Key, changes));
}
