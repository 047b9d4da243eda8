using Supervision.Indicators;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>逐项审核: each change, what it records, and what it is refused for.</summary>
public sealed class ReviewTests
{
    private static readonly PlanDoubt Doubt = Draft.Doubts[0];

    [Fact]
    public void Each_change_is_recorded_as_what_it_is()
    {
        OfCity.Review(new ItemChange.Accept(First, WithProposals: false)).ShouldRecord(new PlanItemAccepted(First));
        OfCity.Review(new ItemChange.Drop(First, " 背景表述 ")).ShouldRecord(new PlanItemDropped(First, "背景表述"));
        OfCity.Review(new ItemChange.Postpone(First, "下一批")).ShouldRecord(new PlanItemPostponed(First, "下一批"));
        OfCity.Review(new ItemChange.Edit(First, "新题", "新文")).ShouldRecord(new PlanItemEdited(First, "新题", "新文"));
        OfCity.Review(new ItemChange.Settle(First, On, Cadence.Quarterly)).ShouldRecord(new PlanItemSettled(First, On, Cadence.Quarterly, null));
        OfCity.Review(new ItemChange.Measure(First, [Books], "验收单")).ShouldRecord(new PlanItemMeasured(First, [Books], "验收单"));
        OfCity.Review(new ItemChange.Weigh(First, 5)).ShouldRecord(new PlanItemWeighed(First, 5));
        OfCity.Review(new ItemChange.SettleDoubt(Doubt.Line, Doubt.Kind, Doubt.Quote, "已核对")).ShouldRecord(
            new PlanDoubtSettled(Doubt.Line, Doubt.Kind, Doubt.Quote, "已核对"));
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        ItemChange[] changes =
        [
            new ItemChange.Settle(First, On), new ItemChange.Measure(First, [Books], "验收单"), new ItemChange.Weigh(First, 5),
            new ItemChange.Edit(First, "新题", "新文"), new ItemChange.Drop(Second, "背景"),
            new ItemChange.SettleDoubt(Doubt.Line, Doubt.Kind, Doubt.Quote, "已核对"), new ItemChange.Accept(First),
        ];

        OfCity.Reviewed(changes).Review(changes).ShouldRecord();
    }

    [Fact]
    public void A_split_keeps_the_quotes_and_gives_new_numbers_and_is_decided_again()
    {
        var plan = OfCity.Reviewed(new ItemChange.Settle(First, On), new ItemChange.Measure(First, [Books]),
            new ItemChange.Split(First, [new("选址", "完成选址"), new("建设", "完成建设")]));

        plan.FindItem(First).Should().BeNull();
        plan.Items[$"{First}.1"].Should().Match<PlanItem>(part =>
            part.Number == Paths.Length + 1 && part.Verdict == ItemVerdict.Open && part.Assignment == On && part.Indicators == null
            && part.Quotes.Count == 1 && part.Quotes[0].Path == First);
        plan.Items[$"{First}.2"].Number.Should().Be(Paths.Length + 2);
    }

    [Fact]
    public void A_merge_has_the_first_path_all_quotes_and_all_indicators()
    {
        var plan = OfCity.Reviewed(
            new ItemChange.Measure(First, [Books]), new ItemChange.Measure(Second, [Books with { Name = "座席数" }]),
            new ItemChange.Merge([First, Second], "合并", "合并办理"));

        var merged = plan.Items[First];
        plan.FindItem(Second).Should().BeNull();
        merged.Quotes.Select(quote => quote.Path).Should().Equal(First, Second);
        merged.Indicators!.Select(indicator => (indicator.Id, indicator.Name)).Should().Equal(("i1", "书房数"), ("i2", "座席数"));
    }

    [Fact]
    public void What_a_person_adds_is_accepted_and_its_path_is_never_given_twice()
    {
        var plan = OfCity.Reviewed(new ItemChange.Add("甲", "甲"), new ItemChange.Merge(["+1", First], "并入", "并入"), new ItemChange.Add("乙", "乙"));

        plan.Items["+2"].Should().Match<PlanItem>(item => item.Verdict == ItemVerdict.Accepted && item.Number == Paths.Length + 2 && item.Line == 0);
    }

    [Fact]
    public void A_refusal_names_the_change_and_the_item_and_nothing_is_recorded()
    {
        var refused = OfCity.Review(new ItemChange.Weigh(First, 2), new ItemChange.Weigh(Second, 0)).ShouldRefuseWith(PlanRefusals.WeightOutOfRange);

        refused.English.Should().StartWith($"changes[1] \"{Second}\": ");
        refused.Chinese.Should().StartWith($"changes[1]“{Second}”：");
    }

    [Fact]
    public void A_title_in_braces_is_said_as_it_is() =>
        OfCity.Review(new ItemChange.Add("{0}", "")).ShouldRefuseWith(TaskRefusals.TextMissing).English.Should().StartWith("changes[0] \"{0}\": ");

    public static TheoryData<string, ItemChange, Refusal> Refusals => new()
    {
        { "no such item", new ItemChange.Accept("没有"), PlanRefusals.ItemNotFound },
        { "no such items", new ItemChange.Merge([First, "没有"], "题", "文"), PlanRefusals.ItemNotFound },
        { "no reason", new ItemChange.Drop(First, " "), TaskRefusals.TextMissing },
        { "a long reason", new ItemChange.Postpone(First, new string('长', 4001)), TaskRefusals.TextTooLong },
        { "a control character", new ItemChange.Edit(First, "题\u0007", "文"), TaskRefusals.TextUnfit },
        { "unknown agency", new ItemChange.Settle(First, On with { Lead = new("nowhere") }), TaskRefusals.AgencyUnknown },
        { "a past day", new ItemChange.Settle(First, On with { DueOn = Today.AddDays(-1) }), TaskRefusals.DueOnPast },
        { "weekly without reason", new ItemChange.Settle(First, On, Cadence.Weekly), TaskRefusals.CadenceNeedsReason },
        { "one part", new ItemChange.Split(First, [new("题", "文")]), PlanRefusals.PartsOutOfRange },
        { "merged with itself", new ItemChange.Merge([First, First], "题", "文"), PlanRefusals.MergeNeedsTwo },
        { "weight", new ItemChange.Weigh(First, 1001), PlanRefusals.WeightOutOfRange },
        { "no such doubt", new ItemChange.SettleDoubt(1, PlanDoubtKind.Other, "没有", "核对"), PlanRefusals.DoubtNotFound },
        { "suspended before it is a plan", new ItemChange.Suspend(First), PlanRefusals.NotInReview },
        { "two indicators of one id", new ItemChange.Measure(First, [Books, Books]), IndicatorRefusals.Twice },
        { "no target", new ItemChange.Measure(First, [Books with { Target = null }]), IndicatorRefusals.FieldMissing },
        { "a class of what is counted", new ItemChange.Measure(First, [Books with { Target = new TargetValue("III") }]), IndicatorRefusals.FieldUnfit },
        { "a difference to nothing", new ItemChange.Measure(First, [Books with { Kind = IndicatorKind.DifferenceToReference }]), IndicatorRefusals.FieldMissing },
        { "part of nothing", new ItemChange.Measure(First, [Books with { PartOf = "i1" }]), PlanRefusals.IndicatorUnfit },
        { "a way in no order", new ItemChange.Measure(First, [Books with { Trajectory = [new(Today, 1), new(Today, 2)] }]), IndicatorRefusals.FieldUnfit },
        { "too many", new ItemChange.Measure(First, [.. Enumerable.Range(1, 21).Select(n => Books with { Id = $"i{n}" })]), IndicatorRefusals.TooMany },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void A_change_that_cannot_stand_is_refused(string why, ItemChange change, Refusal refusal) =>
        OfCity.Review(change).ShouldRefuseWith(refusal).English.Should().Contain("changes[0]", why);

    [Fact]
    public void Changes_are_counted()
    {
        OfCity.Review().ShouldRefuseWith(PlanRefusals.ChangesOutOfRange);
        OfCity.Review([.. Enumerable.Repeat(new ItemChange.Weigh(First, 1), 5001)]).ShouldRefuseWith(PlanRefusals.ChangesOutOfRange);
    }

    [Fact]
    public void Items_stand_still_while_the_plan_is_under_approval_and_after()
    {
        Whole.Waiting((WaitKinds.Approval, nameof(Role.OfficeDirector), "")).Review(new ItemChange.Weigh(First, 2)).ShouldRefuse(PlanRefusals.UnderApproval);
        InForce.Review(new ItemChange.Weigh(First, 2)).ShouldRefuse(PlanRefusals.Accepted);
        InForce.When(People.Clerk, new SettleItem(Key, First, On)).ShouldRefuse(PlanRefusals.Accepted);
    }

    [Fact]
    public void Whoever_comes_back_finds_first_what_is_left_to_do()
    {
        var review = PlanReviews.Of(
            OfCity.Reviewed(new ItemChange.Settle(First, On), new ItemChange.Drop(Second, "背景")), 3, People.Clerk, Context.Organisation, 0, 200);

        review.Counts.Should().Match<PlanCounts>(counts =>
            counts.Items == Paths.Length && counts.Decided == 2 && counts.Accepted == 1 && counts.Dropped == 1 && counts.WithoutOwner == Paths.Length - 2);
        review.Items.Select(item => item.Item.Path).Should().Equal([.. Paths.Skip(2), First, Second]);
        review.Items[^2].Open.Should().Equal(OpenQuestion.Indicator, OpenQuestion.EvidenceRule);
        review.Items[^1].Open.Should().BeEmpty();
        review.Actions.Should().Equal("review", "submit");
        review.Doubts.Should().BeInAscendingOrder(doubt => doubt.Line)
            .And.NotContain(doubt => doubt.Kind == PlanDoubtKind.MissingOwner && doubt.Line == OfCity.Items[First].Line, "the item has its owner");
        PlanReviews.Of(OfCity, 1, People.Clerk, Context.Organisation, 2, 2).Should().Match<PlanReview>(page =>
            page.Items.Count == 2 && page.Next == 4 && page.Doubts.Count == 0);
    }
}
