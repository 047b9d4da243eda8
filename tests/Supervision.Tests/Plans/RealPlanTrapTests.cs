using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>The traps of the real plan beyond its outline, with the figures that an importer must reach.</summary>
public sealed class RealPlanTrapTests
{
    // Where the 17 statements stand, by a piece of each quote and the value; one statement has two.
    private static readonly (string Words, string Value)[] Statements =
    [
        ("高于全省平均水平", "1"), ("达到Ⅲ类标准", "III"), ("60%达到", "60"), ("零增长", "0"), ("六大主导产业", "6"), ("新建5家", "5"),
        ("1000MW", "2000"), ("五个方面", "5"), ("两个综合交通运输枢纽", "2"), ("开工建设潢川机场", "2"), ("15分钟健身圈", "15"),
        ("一校一场两馆", "“一校一场两馆”“一县（区）两场三馆”"), ("3个省级区域医疗中心", "3"), ("20个市级区域医疗中心", "20"),
        ("建成市第五人", "2"), ("11个县域", "11"), ("全覆盖", "100"), ("四级养老", "4"),
    ];

    private static readonly string[] Sources = [.. System.Text.Encoding.UTF8.GetString(RealPlan.Content())
        .Replace("**", "").Replace("<sub>", "").Replace("</sub>", "").Split('\n')];

    [Fact]
    public void At_most_two_statements_are_missed_and_two_proposed_in_vain()
    {
        var proposed = Targets().Select(target => (target.Quote, Value: $"{target.Value?.Number:0.##}{target.Value?.Name}")).ToList();

        var missed = Statements.Where(wanted => !proposed.Exists(target => target.Quote.Contains(wanted.Words) && target.Value == wanted.Value));
        var vain = proposed.Where(target => !Array.Exists(Statements, wanted => target.Quote.Contains(wanted.Words) && target.Value == wanted.Value));

        missed.Should().BeEmpty();
        vain.Should().HaveCountLessThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("达到Ⅲ类标准", TargetStrength.Must, TargetComparison.AtLeastAsGoodAs)]
    [InlineData("60%达到", TargetStrength.Strive, TargetComparison.AtLeast)]
    [InlineData("零增长", TargetStrength.Push, TargetComparison.AtMost)]
    [InlineData("六大主导产业", TargetStrength.Push, TargetComparison.Exactly)]
    [InlineData("新建5家", TargetStrength.Strive, TargetComparison.AtLeast)]
    [InlineData("五个方面", TargetStrength.Push, null)]
    [InlineData("15分钟", TargetStrength.Must, TargetComparison.AtMost)]
    [InlineData("20个市级", TargetStrength.Must, TargetComparison.AtLeast)]
    [InlineData("11个县域", TargetStrength.Push, TargetComparison.Exactly)]
    [InlineData("全覆盖", TargetStrength.Push, TargetComparison.Exactly)]
    [InlineData("四级养老", TargetStrength.Push, TargetComparison.Exactly)]
    [InlineData("两个综合", TargetStrength.Strive, TargetComparison.Exactly)]
    public void Strength_and_comparison_are_those_of_the_words(string words, TargetStrength strength, TargetComparison? op) =>
        Targets().Should().ContainSingle(target => target.Quote.Contains(words))
            .Which.Should().Match<PlanTarget>(target => target.Strength == strength && target.Op == op);

    [Theory]
    [InlineData("1335")]
    [InlineData("两个确保")]
    [InlineData("十大战略")]
    [InlineData("30 年")]
    [InlineData("四水共治")]
    [InlineData("五水综改")]
    [InlineData("最后一公里")]
    [InlineData("1+1")]
    [InlineData("二分之一")]
    [InlineData("5G")]
    [InlineData("1 号旅游公路")]
    [InlineData("千百亿级")]
    [InlineData("专精特新")]
    [InlineData("千乡万村")]
    [InlineData("一带一路")]
    [InlineData("一网通办")]
    [InlineData("一对一")]
    [InlineData("两山")]
    public void A_number_that_is_a_name_or_a_slogan_is_no_target(string words) =>
        Targets().Should().NotContain(target => target.Quote.Contains(words));

    [Fact]
    public void A_misread_name_is_doubted_and_left_as_it_is()
    {
        var draft = Draft();

        draft.Doubts.Where(doubt => doubt.Kind == PlanDoubtKind.OcrSuspect).Select(doubt => (doubt.Line, doubt.Quote, doubt.Suggestion))
            .Should().Equal((76, "淅河区", "浉河区"), (100, "经发区", "经开区"));
        draft.Doubts.Where(doubt => doubt.Kind == PlanDoubtKind.UnknownName).Select(doubt => (doubt.Line, doubt.Quote))
            .Should().Equal((76, "枫橡坝"), (136, "花埠港"));
        draft.Doubts.Where(doubt => doubt.Kind == PlanDoubtKind.UnclearNumber).Select(doubt => doubt.Quote).Should().Equal("11个县域");
        draft.Doubts.Should().ContainSingle(doubt => doubt.Kind == PlanDoubtKind.AmbiguousName).Which.Quote.Should().Be("高新区");
        draft.Items.SelectMany(item => item.Places).Should().NotContain(place => place.Quote == "淅河区");
    }

    [Fact]
    public void A_goal_after_two_horizons_asks_for_its_year() =>
        Draft().Doubts.Where(doubt => doubt.Kind == PlanDoubtKind.AmbiguousHorizon).Select(doubt => doubt.Line).Should().Equal(42, 42, 46);

    [Theory]
    [InlineData("潢开区", "潢川经开区", PlaceKind.Zone)]
    [InlineData("信阳市明港机场", "明港机场", PlaceKind.Site)]
    [InlineData("商城高山茶", "商城县", PlaceKind.Brand)]
    [InlineData("商城至豫鄂省界段", "商城县", PlaceKind.Site)]
    [InlineData("平桥区经典名篇朗诵会", "平桥区", PlaceKind.Event)]
    [InlineData("息县港", "息县", PlaceKind.Site)]
    [InlineData("豫东南高新区", "豫东南高新区", PlaceKind.Zone)]
    public void A_name_keeps_the_kind_of_its_mention(string quote, string name, PlaceKind kind) =>
        Draft().Items.SelectMany(item => item.Places).Should().Contain(place => place.Quote == quote && place.Name == name && place.Kind == kind);

    [Fact]
    public void Companies_stand_in_rows_and_by_what_they_are_called() =>
        Draft().Items.SelectMany(item => item.Places).Where(place => place.Kind is PlaceKind.Company).Select(place => place.Name).Distinct()
            .Should().BeEquivalentTo(
                "明阳集团", "明阳风电", "同合车轮", "开源环保", "驭波科技", "现代筑美", "舜宇光学", "浙商纺织", "羚锐制药", "文新茶叶",
                "华为", "小米", "云智声", "鼎润科技", "谷麦光电", "黄国粮业");

    [Fact]
    public void Guangshan_and_Xinxian_are_named_nowhere() =>
        Draft().Items.SelectMany(item => item.Places).Should().NotContain(place => place.Name == "光山县" || place.Name == "新县");

    [Fact]
    public void Every_proposal_has_its_line_and_its_literal_words()
    {
        var nodes = Draft().Groups.Concat(Draft().Context).SelectMany(part => part.WithDescendants()).ToList();
        var proposals = nodes.SelectMany(node => node.Targets.Select(target => (target.Quote, target.Line))
            .Concat(node.Places.Select(place => (place.Quote, place.Line)))
            .Concat(node.Deadlines.Select(deadline => (deadline.Quote, deadline.Line)))).ToList();

        proposals.Should().NotBeEmpty();
        proposals.Should().OnlyContain(proposal => proposal.Line != null && Around(proposal.Line.Value).Contains(proposal.Quote));
    }

    // A page break may lie inside the words; the line before or after it carries the rest.
    private static string Around(int line) =>
        string.Concat(Sources.Skip(Math.Max(0, line - 3)).Take(5).Where(text => text.Length > 0));

    private static IEnumerable<PlanTarget> Targets() => Draft() is var draft
        ? draft.Groups.Concat(draft.Context).SelectMany(part => part.WithDescendants()).SelectMany(node => node.Targets) : [];

    private static PlanDraft Draft() => Reading.Draft(RealPlan.Content(), RealPlan.FileName);
}
