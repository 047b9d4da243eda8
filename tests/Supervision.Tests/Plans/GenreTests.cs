using System.Text;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>
/// The rules are those of the genre: the same plan under other numbers, breaks, labels and bytes gives the same draft.
/// </summary>
public sealed class GenreTests
{
    private const string Plan =
        """
        示例市2026年公园建设行动方案

        一、主要任务

        （一）建设公园

        1. 新建公园。2026年6月底前新建口袋公园30个，改造老旧公园12个。
        牵头单位：市城管局
        配合单位：市财政局、市自然资源局
        完成时限：2026年6月底前

        2. 补植行道树。补植行道树2万株，成活率不低于95%。
        责任单位：市林业局、各县区政府
        完成时限：长期坚持

        （二）提升管护

        1. 推行智慧管护。力争智慧管护覆盖率达到80%，每季度末通报进展。
        牵头单位：市城管局
        配合单位：市大数据局
        完成时限：2026年12月15日前

        二、保障措施

        加强领导。
        """;

    public static TheoryData<string, string> Variants => new()
    {
        { "chapters and articles", Plan.Replace("一、主要", "第一章 主要").Replace("二、保障", "第二章 保障").Replace("（一）", "第一节 ").Replace("（二）", "第二节 ")
            .Replace("1. 新建", "第一条 新建").Replace("2. 补植", "第二条 补植").Replace("1. 推行", "第三条 推行") },
        { "decimal numbers", Plan.Replace("一、主要", "1 主要").Replace("二、保障", "2 保障").Replace("（一）", "1.1 ").Replace("（二）", "1.2 ")
            .Replace("1. 新建", "1.1.1 新建").Replace("2. 补植", "1.1.2 补植").Replace("1. 推行", "1.2.1 推行") },
        { "numbers that run on", Plan.Replace("1. 推行", "3. 推行") },
        { "brackets", Plan.Replace("\n牵头单位：", "（牵头单位：").Replace("\n配合单位：", "；配合单位：").Replace("\n责任单位：", "（责任单位：")
            .Replace("\n完成时限：", "；完成时限：").Replace("6月底前\n\n2.", "6月底前）\n\n2.").Replace("长期坚持\n", "长期坚持）\n").Replace("15日前\n", "15日前）\n") },
        { "one line of labels", Plan.Replace("\n配合单位：", "　　配合单位：").Replace("\n完成时限：", "　　完成时限：") },
        { "wrapped lines", Plan.Replace("改造老旧公园", "改造老\n旧公园").Replace("市财政局、", "市财政局、\n").Replace("覆盖率达到", "覆盖率\n\n— 2 —\n\n达到") },
        { "other words", Plan.Replace("配合单位", "协办单位").Replace("牵头单位", "牵头部门").Replace("责任单位", "责任部门").Replace("完成时限", "时间要求") },
        { "full-width digits", Plan.Replace("2026年6月底前", "２０２６年６月底前").Replace("30个", "３０个") },
        { "spaces", Plan.Replace("30个", " 30 个").Replace("2026年12月15日前", "2026 年 12 月 15 日前") },
        { "marks", Plan.Replace("一、", "## 一、").Replace("（一）", "**（一）").Replace("建设公园\n", "建设公园**\n").Replace("1. 新建公园。", "**1. 新建公园。**") },
    };

    [Theory, MemberData(nameof(Variants))]
    public void The_same_plan_in_another_form_gives_the_same_draft(string form, string text) =>
        Summary(Reading.Draft(text)).Should().Be(Summary(Reading.Draft(Plan)), form);

    [Fact]
    public void The_same_plan_in_other_bytes_gives_the_same_draft()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        Summary(Reading.Draft(gb18030.GetBytes(Plan.Replace("\n", "\r\n")), "plan.txt")).Should().Be(Summary(Reading.Draft(Plan)));
    }

    [Fact]
    public void The_plan_itself_is_drafted_whole() => Summary(Reading.Draft(Plan)).Should().Be(
        """
        新建公园 | 市城管局 |  | 市财政局、市自然资源局 | 2026-06-30 Date | 30、12
        补植行道树 |  | 市林业局、各县区政府 |  |  Continuous | 2、95
        推行智慧管护 | 市城管局 |  | 市大数据局 |  Recurring、2026-12-15 Date | 80
        """);

    [Fact]
    public void A_table_alone_is_a_plan()
    {
        var draft = Reading.Draft(
            "示例市2026年民生实事分工表\n\n| 序号 | 工作任务 | 目标 | 牵头单位 | 配合单位 | 完成时限 |\n|---|---|---|---|---|---|\n"
            + "| 1 | 新建幼儿园 | 新建幼儿园3所 | 市教育局 | 市财政局、市自然资源局 | 8月底前 |\n| 2 | 供水 | 自来水普及率达到95% | 市水利局 | | 长期 |\n");

        Summary(draft).Should().Be(
            "新建幼儿园 | 市教育局 |  | 市财政局、市自然资源局 | 2026-08-31 Date | 3\n供水 | 市水利局 |  |  |  Continuous | 95");
        draft.Items.Select(item => item.Line).Should().Equal(5, 6);
    }

    [Fact]
    public void What_stands_under_a_table_is_not_of_its_last_row()
    {
        var chapter = Reading.Draft("示例市分工方案\n一、任务\n\n| 任务 | 责任单位 |\n|---|---|\n| 种树 | 市林业局 |\n\n各单位每月5日前报送进展。\n").Groups.Single();

        chapter.Body.Should().Be("各单位每月5日前报送进展。");
        chapter.Items.Single().Deadlines.Should().BeEmpty();
    }

    [Theory]
    [InlineData("（1）摸排。摸排到位。\n（2）整治。整治到位。（责任单位：市教育局）\n", "市教育局", "")]
    [InlineData("（1）摸排。摸排到位。\n（2）整治。整治到位。\n责任单位：市教育局\n", "市教育局", "")]
    [InlineData("（1）摸排。摸排到位。（责任单位：市公安局）\n（2）整治。整治到位。（责任单位：市教育局）\n", "", "市公安局、市教育局")]
    public void Owners_after_the_last_step_are_those_of_the_task_unless_each_step_has_its_own(string steps, string ofTask, string ofSteps)
    {
        var item = Reading.Draft($"方案\n一、任务\n1. 甲。做好甲。\n{steps}").Items.Single();

        Names(item.Responsible).Should().Be(ofTask);
        Names(item.Items.SelectMany(step => step.Responsible)).Should().Be(ofSteps);
    }

    [Fact]
    public void A_regulation_is_no_plan()
    {
        var draft = Reading.Draft("示例市监督办法\n\n第一章 总则\n\n第一条 为了规范监督，制定本办法。\n\n第二条 本办法适用于本市。\n\n第二章 监督\n\n第三条 市司法局负责监督工作。\n");

        draft.Items.Should().BeEmpty();
        draft.Context.Select(chapter => chapter.Title).Should().Equal("总则", "监督");
        draft.Doubts.Should().Contain(doubt => doubt.Kind == PlanDoubtKind.Other);
    }

    [Fact]
    public void An_english_plan_has_goals_objectives_and_actions()
    {
        var draft = Reading.Draft(
            "Clean Air Plan 2025-2028\n\nGoal 1: Cleaner transport\n\nObjective 1.1: Electric buses\n\n"
            + "Action 1.1.1: Replace diesel buses. Replace at least 120 diesel buses by 30 June 2026. Lead: Department of Transport. Partners: Finance Department.\n\n"
            + "Action 1.1.2: Report progress. Aim to increase ridership by 15%; report quarterly.\nResponsible: Energy Agency\n");

        Reading.Tree(draft.Groups).Should().Be("Goal 1 Cleaner transport\n  Objective 1.1 Electric buses\n    Action 1.1.1 Replace diesel buses\n    Action 1.1.2 Report progress\n");
        Summary(draft).Should().Be(
            "Replace diesel buses | Department of Transport |  | Finance Department | 2026-06-30 Date | 120\n"
            + "Report progress |  | Energy Agency |  |  Recurring | 15");
    }

    [Fact]
    public void One_list_without_ranking_makes_nobody_a_lead()
    {
        var item = Reading.Draft("方案\n一、任务\n1. 甲。做好甲。（市教育局、市财政局按职责分工负责）\n").Items.Single();

        item.Leads.Should().BeEmpty();
        item.Responsible.Select(agency => agency.Agency?.Value).Should().Equal("education", "finance");
    }

    [Fact]
    public void An_owner_of_the_group_is_enough_for_its_items() =>
        Reading.Draft("方案\n一、任务\n（一）甲（市教育局牵头，2026年底前完成）\n1. 乙。做乙。\n2. 丙。做丙。\n").Doubts
            .Should().NotContain(doubt => doubt.Kind == PlanDoubtKind.MissingOwner || doubt.Kind == PlanDoubtKind.MissingDeadline);

    [Fact]
    public void A_limit_without_a_year_in_a_plan_of_several_asks_for_it() =>
        Reading.Draft("示例市行动方案（2025—2027年）\n一、任务\n1. 甲。年底前做好甲。\n").Doubts
            .Should().ContainSingle(doubt => doubt.Kind == PlanDoubtKind.AmbiguousHorizon).Which.Quote.Should().Be("年底前");

    [Theory]
    [InlineData("", "", "03/04/2026")]
    [InlineData("Due: 25/06/2026\n", "2026-04-03", "")]
    [InlineData("Due: 06/25/2026\n", "2026-03-04", "")]
    public void A_day_and_month_that_may_change_places_are_doubted_unless_the_plan_shows_its_habit(string other, string day, string doubted)
    {
        var draft = Reading.Draft($"Park Plan 2026\n\nGoal 1: Parks\n\nAction 1.1: Plant trees\nLead: Parks Team\nDue: 03/04/2026\n\nAction 1.2: Open a park\nLead: Parks Team\n{other}");

        $"{draft.Items.First().Deadlines.Single().On:yyyy-MM-dd}".Should().Be(day);
        string.Join(',', draft.Doubts.Where(doubt => doubt.Kind == PlanDoubtKind.AmbiguousHorizon).Select(doubt => doubt.Quote)).Should().Be(doubted);
    }

    private static string Summary(PlanDraft draft) => string.Join('\n', draft.Items.Select(item => string.Join(" | ",
        item.Title,
        Names(item.Leads), Names(item.Responsible), Names(item.Support),
        string.Join('、', item.Deadlines.Select(deadline => $"{deadline.On:yyyy-MM-dd} {deadline.Kind}").Distinct()),
        string.Join('、', item.Targets.Select(target => $"{target.Value?.Number:0.##}{target.Value?.Name}")))));

    private static string Names(IEnumerable<NamedAgency> agencies) => string.Join('、', agencies.Select(agency => agency.Quote));
}
