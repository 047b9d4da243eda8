using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;
using Supervision.Tests.Architecture;
using Supervision.Tests.Tasks;

namespace Supervision.Tests.Plans;

public sealed class PlanRulesTests
{
    private static readonly PlanId Id = new("sample");
    private static readonly CommandKey Key = new("k");
    private static readonly TaskContext Context = TaskScenario.New.Context;

    private static readonly PlanDraft Draft = PlanReader.Read(
            File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "domain/Plans/sample-plan.md")), "sample-plan.md")
        .Should().BeOfType<PlanReading.Read>().Which.Draft;

    private static readonly string First = Draft.Items.First().Path;
    private static readonly Plan Registered = Plan.Initial.Evolve(new PlanRegistered(Id, Draft));

    private static readonly Plan Settled = Registered.Evolve(
        new PlanItemSettled(First, TaskScenario.Assignment, Cadence.Monthly, null));

    [Fact]
    public void The_office_registers_a_plan_and_nobody_else()
    {
        Decide(Plan.Initial, People.Clerk, new RegisterPlan(Key, Draft)).Should().BeOfType<Decision.Accepted>();
        Decide(Plan.Initial, People.Liaison, new RegisterPlan(Key, Draft)).ShouldRefuse(PlanRefusals.NotAllowed);
    }

    [Fact]
    public void The_same_text_again_changes_nothing_and_another_text_is_refused()
    {
        Decide(Registered, People.Clerk, new RegisterPlan(Key, Draft)).ShouldRecord();
        Decide(Registered, People.Clerk, new RegisterPlan(Key, Draft with { Source = Draft.Source with { Sha256 = "other" } }))
            .ShouldRefuse(PlanRefusals.Exists);
    }

    [Fact]
    public void A_plan_without_issuer_or_date_is_no_authority() =>
        Decide(Plan.Initial, People.Clerk, new RegisterPlan(Key, Draft with { IssuedOn = null })).ShouldRefuse(PlanRefusals.NoIssuer);

    [Fact]
    public void An_item_is_not_issued_before_it_is_settled() =>
        Decide(Registered, People.Clerk, new IssueItems(Key, [First])).ShouldRefuse(PlanRefusals.ItemNotSettled);

    [Fact]
    public void What_is_settled_is_issued_and_only_once()
    {
        Decide(Settled, People.Clerk, new IssueItems(Key)).ShouldRecord(new PlanItemsIssued([First]));
        Decide(Settled.Evolve(new PlanItemsIssued([First])), People.Clerk, new IssueItems(Key)).ShouldRecord();
    }

    [Fact]
    public void An_issued_item_is_settled_no_more_because_its_task_is() =>
        Decide(Settled.Evolve(new PlanItemsIssued([First])), People.Clerk, new SettleItem(Key, First, TaskScenario.Assignment))
            .ShouldRefuse(PlanRefusals.ItemIssued);

    [Fact]
    public void A_flaw_of_an_assignment_is_found_when_the_item_is_settled() =>
        Decide(Registered, People.Clerk, new SettleItem(Key, First, TaskScenario.Assignment with { Lead = new("nowhere") }))
            .ShouldRefuse(TaskRefusals.AgencyUnknown);

    [Fact]
    public void An_item_whose_date_has_passed_since_is_not_issued()
    {
        var later = Context with { Now = Context.Now.AddYears(1) };
        PlanRules.Decide(Settled, Id, People.Clerk, new IssueItems(Key), later).ShouldRefuse(TaskRefusals.DueOnPast);
    }

    [Theory]
    [InlineData("education", Role.Liaison, true)]
    [InlineData("finance", Role.Handler, true)]
    [InlineData("water-resources", Role.Liaison, false)]
    [InlineData("supervision-office", Role.OfficeClerk, true)]
    public void What_is_settled_for_an_item_is_shown_to_those_whom_it_concerns(string agency, Role role, bool sees) =>
        PlanRules.MayViewSettled(new SettledItem(TaskScenario.Assignment, Cadence.Monthly, null), People.Of("somebody", new(agency), role)).Should().Be(sees);

    [Fact]
    public void The_registration_that_follows_has_the_plan_as_its_authority_and_the_quote_with_its_line()
    {
        var register = PlanRules.RegistrationOf(Settled.Evolve(new PlanItemsIssued([First])), First, Key);

        register.Authority!.By.Should().Be(Draft.Issuer);
        register.Authority.Reference.Should().Be(Draft.DocNo);
        register.Origin.Should().Be(new PlanOrigin(Id, First, Draft.Items.First().Line, Draft.Items.First().Title));
        register.Proposed.Should().Be(TaskScenario.Assignment);
        PlanRules.TaskOf(Settled, First).Should().Be(new TaskId("sample-01"));
    }

    private static Decision Decide(Plan plan, Caller caller, PlanCommand command) =>
        PlanRules.Decide(plan, Id, caller, command, Context);
}
