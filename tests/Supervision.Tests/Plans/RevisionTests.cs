using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>滚动调整: what may be proposed, and what a version changes of the one before.</summary>
public sealed class RevisionTests
{
    [Fact]
    public void A_proposal_says_of_each_item_how_it_was_and_how_it_becomes()
    {
        var later = On with { DueOn = new(2026, 9, 30) };
        var proposed = Proposed(new ItemChange.Suspend(First), new ItemChange.Settle(Second, later, Cadence.Quarterly), new ItemChange.Add("增补", "内容", Assignment: On));

        proposed.Revision.Should().Be(2);
        proposed.Changes.Select(change => (change.After.Path, change.Before is null)).Should().Equal((First, false), (Second, false), ("+1", true));
        proposed.Changes[0].After.State.Should().Be(ItemState.Suspended);
        proposed.Changes[1].Before!.Assignment.Should().Be(On);
        proposed.Changes[1].After.Should().Match<PlanItem>(item => item.Assignment!.DueOn == later.DueOn && item.Cadence == Cadence.Quarterly);
    }

    [Fact]
    public void Changes_build_on_one_another_and_undo_one_another()
    {
        Proposed(new ItemChange.Suspend(First), new ItemChange.Weigh(First, 3)).Changes.Should().ContainSingle()
            .Which.After.Should().Match<PlanItem>(item => item.State == ItemState.Suspended && item.Weight == 3);
        Propose(new ItemChange.Suspend(First), new ItemChange.Resume(First)).ShouldRefuse(PlanRefusals.NothingRevised);
    }

    [Fact]
    public void What_was_put_off_comes_in_as_a_new_item()
    {
        var plan = OfCity.Given([.. Paths.Skip(1).Select(path => new PlanItemSettled(path, On, Cadence.Monthly, null)), new PlanItemPostponed(First, "下一批"), new PlanAccepted(Paths[1..])]);

        var proposed = plan.When(People.Clerk, new ProposeRevision(Key, "列入本批", [new ItemChange.Accept(First), new ItemChange.Settle(First, On)]))
            .Should().BeOfType<Decision.Accepted>().Which.Facts.OfType<PlanRevisionProposed>().Single();
        proposed.Changes.Should().ContainSingle().Which.Before.Should().BeNull();
        plan.Given(proposed, new PlanRevised(2, "列入本批", proposed.Changes)).Issued.Should().Contain(First);
    }

    public static TheoryData<string, ItemChange, Refusal> Refusals => new()
    {
        { "not in the plan", new ItemChange.Suspend("没有"), PlanRefusals.ItemNotFound },
        { "active already", new ItemChange.Resume(First), PlanRefusals.ItemStands },
        { "split", new ItemChange.Split(First, [new("甲", "甲"), new("乙", "乙")]), PlanRefusals.NotInRevision },
        { "dropped", new ItemChange.Drop(First, "不办"), PlanRefusals.NotInRevision },
        { "accepted already", new ItemChange.Accept(First), PlanRefusals.NotInRevision },
        { "weight", new ItemChange.Weigh(First, 0), PlanRefusals.WeightOutOfRange },
        { "a past day", new ItemChange.Settle(First, On with { DueOn = Today.AddDays(-1) }), TaskRefusals.DueOnPast },
        { "added without owner", new ItemChange.Add("增补", "内容"), PlanRefusals.ItemNotSettled },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_cannot_stand_is_refused(string why, ItemChange change, Refusal refusal) => Propose(change).ShouldRefuseWith(refusal).Code.Should().Be(refusal.Code, why);

    [Fact]
    public void Only_an_accepted_plan_is_revised_by_one_proposal_at_a_time_with_a_reason()
    {
        Whole.When(People.Clerk, new ProposeRevision(Key, "理由", [new ItemChange.Suspend(First)])).ShouldRefuse(PlanRefusals.NotAccepted);
        InForce.When(People.Clerk, new ProposeRevision(Key, " ", [new ItemChange.Suspend(First)])).ShouldRefuse(TaskRefusals.TextMissing);
        InForce.Given(Proposed(new ItemChange.Suspend(First))).When(People.Clerk, new ProposeRevision(Key, "理由", [new ItemChange.Suspend(Second)]))
            .ShouldRefuse(PlanRefusals.RevisionPending);
    }

    [Fact]
    public void A_removed_item_is_changed_no_more_and_promises_nothing()
    {
        var removed = InForce.Given(new PlanRevised(2, "取消", [new RevisionChange(InForce.Items[First], InForce.Items[First] with { State = ItemState.Removed })]));

        removed.When(People.Clerk, new ProposeRevision(Key, "改", [new ItemChange.Weigh(First, 2)])).ShouldRefuseWith(PlanRefusals.ItemStands);
        removed.When(People.Clerk, new ProposeRevision(Key, "改", [new ItemChange.Resume(First)])).ShouldRefuseWith(PlanRefusals.ItemStands);
    }

    [Fact]
    public void A_revision_counts_on_the_paths_of_what_was_added()
    {
        var revised = InForce.Given(Proposed(new ItemChange.Add("增补", "内容", Assignment: On)));
        revised = revised.Given([.. PlanRules.Grant(revised, new ProcessRequest(RequestNames.RevisePlan, "revision", "revise", null, []))
            .Should().BeOfType<Decision.Accepted>().Which.Facts]);

        revised.Should().Match<Plan>(plan => plan.Revision == 2 && plan.Proposed == null && plan.Issued.Contains("+1"));
        revised.When(People.Clerk, new ProposeRevision(Key, "再增", [new ItemChange.Add("再增", "内容", Assignment: On)])).Should().BeOfType<Decision.Accepted>()
            .Which.Facts.OfType<PlanRevisionProposed>().Single().Changes[0].After.Should().Match<PlanItem>(item => item.Path == "+2" && item.Number == Paths.Length + 2);
    }

    private static Decision Propose(params ItemChange[] changes) => InForce.When(People.Clerk, new ProposeRevision(Key, "滚动调整", changes));

    private static PlanRevisionProposed Proposed(params ItemChange[] changes) =>
        Propose(changes).Should().BeOfType<Decision.Accepted>().Which.Facts.OfType<PlanRevisionProposed>().Single();
}
