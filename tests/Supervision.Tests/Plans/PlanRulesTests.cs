using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

public sealed class PlanRulesTests
{
    [Fact]
    public void The_office_registers_a_plan_and_its_approval_begins()
    {
        var accepted = Plan.Initial.When(People.Clerk, new RegisterPlan(Key, Draft)).ShouldRecord(new PlanRegistered(Id, Draft));

        accepted.Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>().Which.Definition.Should().Be("plan-approval");
        Plan.Initial.When(People.Liaison, new RegisterPlan(Key, Draft)).ShouldRefuse(PlanRefusals.NotAllowed);
    }

    [Fact]
    public void The_same_text_again_changes_nothing_and_another_text_is_refused()
    {
        OfCity.When(People.Clerk, new RegisterPlan(Key, Draft)).ShouldRecord().Stimuli.Should().BeEmpty();
        OfCity.When(People.Clerk, new RegisterPlan(Key, Draft with { Source = Draft.Source with { Sha256 = "other" } })).ShouldRefuse(PlanRefusals.Exists);
    }

    [Fact]
    public void The_same_text_again_begins_the_approval_anew_where_nothing_drives_the_plan()
    {
        var stranded = OfCity.Given(new ProcessEnded("approval", "Aborted", "误发"));

        stranded.When(People.Clerk, new RegisterPlan(Key, Draft)).ShouldRecord().Stimuli.Should().ContainSingle().Which.Should().BeOfType<Stimulus.Start>();
        stranded.Review(new ItemChange.Weigh(First, 2)).ShouldRecord(new PlanItemWeighed(First, 2)).Stimuli.Should().ContainSingle();
    }

    [Fact]
    public void A_plan_without_issuer_or_date_is_no_authority() =>
        Plan.Initial.When(People.Clerk, new RegisterPlan(Key, Draft with { IssuedOn = null })).ShouldRefuse(PlanRefusals.NoIssuer);

    [Fact]
    public void A_plan_dated_after_today_is_no_authority_for_tasks_and_is_told_so_at_once() =>
        Plan.Initial.When(People.Clerk, new RegisterPlan(Key, Draft with { IssuedOn = Today.AddDays(1) })).ShouldRefuse(TaskRefusals.AuthorityAhead);

    [Fact]
    public void An_item_that_was_issued_before_plans_were_accepted_whole_is_worked_on_as_a_task()
    {
        var old = OfCity.Given(new PlanItemSettled(First, On, Cadence.Monthly, null), new PlanItemsIssued([First]));

        old.When(People.Clerk, new SettleItem(Key, First, On)).ShouldRefuse(PlanRefusals.ItemIssued);
        old.Review(new ItemChange.Merge([First, Second], "合并", "合并")).ShouldRefuseWith(PlanRefusals.ItemIssued);
        PlanRules.Grant(old.Given([.. Paths.Skip(1).Select(path => new PlanItemDropped(path, "背景"))]), Asked(RequestNames.AcceptPlan))
            .ShouldRecord(new PlanAccepted([])); // Its task is there.
    }

    [Theory]
    [InlineData("education", Role.Liaison, true)]
    [InlineData("finance", Role.Handler, true)]
    [InlineData("water-resources", Role.Liaison, false)]
    [InlineData("supervision-office", Role.OfficeClerk, true)]
    public void What_is_settled_for_an_item_is_shown_to_those_whom_it_concerns(string agency, Role role, bool sees)
    {
        var item = Whole.Items[First];

        PlanRights.MayViewItem(Whole, item, People.Of("somebody", new(agency), role)).Should().Be(sees);
        PlanViews.Of(Whole, 1, People.Of("somebody", new(agency), role)).Items[0].Settled.Should().Match<SettledItem?>(settled => settled != null == sees);
    }

    [Theory]
    [InlineData("education", Role.Handler, true)]
    [InlineData("finance", Role.Liaison, false)]
    [InlineData("supervision-office", Role.OfficeClerk, true)]
    [InlineData("supervision-office", Role.Auditor, true)]
    [InlineData("supervision-office", Role.SystemAdministrator, false)]
    public void A_sub_plan_is_there_for_those_whom_it_concerns(string agency, Role role, bool sees)
    {
        var plan = SubPlanOf(People.Lead);
        var caller = People.Of("somebody", new(agency), role);

        PlanRights.MayView(plan, caller, Context.Organisation).Should().Be(sees);
        PlanRights.MayViewReview(plan, caller).Should().Be(sees);
    }

    [Fact]
    public void A_leader_sees_the_review_of_a_plan_of_the_city_when_it_waits_for_a_leader()
    {
        PlanRights.MayViewReview(OfCity, People.Leader).Should().BeFalse();
        PlanRights.MayViewReview(OfCity.Waiting((WaitKinds.Approval, nameof(Role.LeaderInCharge), "")), People.Leader).Should().BeTrue();
    }

    [Fact]
    public void The_registration_that_follows_has_the_plan_as_its_authority_and_the_quote_with_its_line()
    {
        var register = PlanTasks.RegistrationOf(InForce, InForce.Items[First], Key);

        register.Authority!.By.Should().Be(Draft.Issuer);
        register.Authority.Reference.Should().Be(Draft.DocNo);
        register.Origin.Should().Be(new PlanOrigin(Id, First, Draft.Items.First().Line, Draft.Items.First().Title));
        register.Proposed.Should().Be(On);
        PlanTasks.TaskOf(InForce, InForce.Items[First]).Should().Be(new TaskId("sample-01"));
    }

    [Fact]
    public void A_text_that_somebody_else_wrote_does_not_keep_its_task_from_being_registered()
    {
        var odd = InForce.Items[First] with { Content = "", Title = new string('长', 300) + "\u0007" };

        var register = PlanTasks.RegistrationOf(InForce, odd, Key);

        register.Title.Should().HaveLength(TaskRules.TitleLengthMax);
        register.Content.Should().Be(register.Title);
    }

    private static ProcessRequest Asked(string name) => new(name, "approval", "accept", null, []);
}
