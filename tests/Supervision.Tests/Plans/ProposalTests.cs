using Supervision.Agencies;
using Supervision.Indicators;
using Supervision.Plans;
using Supervision.Tasks;
using Supervision.Tests.Tasks;
using static Supervision.Tests.Plans.PlanScenario;

namespace Supervision.Tests.Plans;

/// <summary>What the reader found becomes something that a person can take over with one word.</summary>
public sealed class ProposalTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void Lead_day_and_targets_that_are_clear_are_taken_over()
    {
        var plan = With(Node with
        {
            Leads = [new("市教育局", new("education"), 5)],
            Support = [new("市财政局", null, 5)],
            Deadlines = [new("2026年6月底前", DeadlineKind.Date, Day, null, 6)],
            Targets = [new("建成12个", TargetStrength.Must, "示范窗口", TargetComparison.AtLeast, new TargetValue(12), "个", 7)],
        });

        var facts = plan.Review(new ItemChange.Accept(First)).Should().BeOfType<Supervision.Language.Decision.Accepted>().Which.Facts;
        facts[0].Should().BeEquivalentTo(new PlanItemSettled(First, new Assignment(new("education"), [], [new("finance")], Day), Cadence.Monthly, null));
        facts[1].Should().BeOfType<PlanItemMeasured>().Which.Indicators.Should().ContainSingle().Which.Should().Match<Indicator>(indicator =>
            indicator.Id == "i1" && indicator.Name == "示范窗口" && indicator.Quote == "建成12个" && indicator.Line == 7 && indicator.Sums == Aggregation.Sum);
    }

    public static TheoryData<string, PlanNode> Unclear => new()
    {
        { "no lead in a list without ranking", Due(Node with { Responsible = [new("市教育局", new("education")), new("市财政局", new("finance"))] }) },
        { "nobody knows the lead", Due(Node with { Leads = [new("某局", null)] }) },
        { "two days", Due(Node with { Leads = [new("市教育局", new("education"))] }) with { Deadlines = [On(Day), On(Day.AddDays(1))] } },
        { "the day has passed", (Node with { Leads = [new("市教育局", new("education"))] }) with { Deadlines = [On(Today.AddDays(-1))] } },
        { "long-term", Node with { Leads = [new("市教育局", new("education"))], Deadlines = [new("长期坚持", DeadlineKind.Continuous, null, null)] } },
    };

    [Theory, MemberData(nameof(Unclear))]
    public void What_is_not_clear_is_left_to_the_person(string why, PlanNode node) =>
        With(node).Review(new ItemChange.Accept(First)).Should().BeOfType<Supervision.Language.Decision.Accepted>(why)
            .Which.Facts.Should().Equal(new PlanItemAccepted(First));

    [Fact]
    public void What_a_person_has_decided_is_not_written_over()
    {
        var plan = With(Due(Node with { Leads = [new("市财政局", new("finance"))] })).Reviewed(new ItemChange.Settle(First, PlanScenario.On));

        plan.Review(new ItemChange.Accept(First)).ShouldRecord();
    }

    [Fact]
    public void One_agency_alone_leads_and_owners_keep_their_words_and_lines()
    {
        var proposals = PlanReviews.Of(With(Due(Node with { Responsible = [new("市教育局", new("education"), 9)] })), 1, People.Clerk, Organisation.Shipped, 0, 1)
            .Items[0].Proposals;

        proposals.Assignment!.Lead.Value.Should().Be("education");
        proposals.Owners.Should().Equal(new OwnerProposal(OwnerPart.Responsible, new("education"), "市教育局", 9));
    }

    public static TheoryData<PlanTarget, IndicatorKind, Direction, Aggregation> Kinds => new()
    {
        { Target("建成12个", TargetComparison.AtLeast, 12, "个"), IndicatorKind.Count, Direction.Up, Aggregation.Sum },
        { Target("达到60%", TargetComparison.AtLeast, 60, "%"), IndicatorKind.Ratio, Direction.Up, Aggregation.Each },
        { Target("实现全覆盖", TargetComparison.Exactly, 100, "%"), IndicatorKind.FullCoverage, Direction.Up, Aggregation.Each },
        { Target("零增长", TargetComparison.AtMost, 0, null), IndicatorKind.ZeroGrowth, Direction.Down, Aggregation.Each },
        { Target("高于全省平均1个百分点", TargetComparison.AtLeast, 1, "百分点"), IndicatorKind.DifferenceToReference, Direction.Up, Aggregation.None },
        { Target("2×1000MW", TargetComparison.AtLeast, 2000, "MW"), IndicatorKind.Capacity, Direction.Up, Aggregation.Sum },
        { Target("缩短至15分钟", TargetComparison.AtMost, 15, "分钟"), IndicatorKind.Time, Direction.Down, Aggregation.Each },
        { new("Ⅲ类", TargetStrength.Must, "水质", TargetComparison.AtLeastAsGoodAs, new TargetValue("III"), null), IndicatorKind.Ordinal, Direction.Down, Aggregation.Each },
        { new("开工", TargetStrength.Push, "项目", TargetComparison.Done, null, null), IndicatorKind.Milestone, Direction.Up, Aggregation.None },
        { new("差距明显缩小", TargetStrength.Strive, "差距", null, null, null), IndicatorKind.Directional, Direction.Down, Aggregation.None },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void A_target_is_measured_by_its_kind(PlanTarget target, IndicatorKind kind, Direction direction, Aggregation sums)
    {
        var plan = With(Node with { Targets = [target] });

        var measured = plan.Review(new ItemChange.Accept(First)).Should().BeOfType<Supervision.Language.Decision.Accepted>().Which
            .Facts.OfType<PlanItemMeasured>().Single().Indicators[0];
        (measured.Kind, measured.Direction, measured.Sums, measured.Strength).Should().Be((kind, direction, sums, target.Strength));
        plan.Review(new ItemChange.Measure(First, [measured])).Should().BeOfType<Supervision.Language.Decision.Accepted>("what is proposed can be taken over by hand");
    }

    private static PlanNode Node => Draft.Items.First() with { Leads = [], Responsible = [], Support = [], Deadlines = [], Targets = [], Items = [] };

    private static PlanDeadline On(DateOnly day) => new($"{day:yyyy-MM-dd}", DeadlineKind.Date, day, null);

    private static PlanNode Due(PlanNode node) => node with { Deadlines = [On(Day)] };

    private static PlanTarget Target(string quote, TargetComparison op, decimal value, string? unit) =>
        new(quote, TargetStrength.Must, "指标", op, new TargetValue(value), unit);

    private static Plan With(PlanNode node) => Plan.Initial.Given(new PlanRegistered(Id, Draft with { Groups = [node] }))
        .Waiting((Supervision.Processes.WaitKinds.Submission, "OfficeClerk", ""));
}
