using System.Text;
using CsCheck;
using Supervision.Plans;

namespace Supervision.Tests.Plans;

/// <summary>The rules of the genre, one at a time.</summary>
public sealed class PlanReaderTests
{
    private static readonly string Small = "示例县绿化工作方案\n\n一、工作任务\n\n（一）种树。全县种树一万棵。\n\n（二）护林。护好每一片林。\n";

    [Fact]
    public void The_marks_of_a_text_format_say_nothing_about_the_level()
    {
        string[] hashes = ["", "# ", "### ", "###### "];
        var trees = hashes.Select(hash => Reading.Tree(Reading.Draft(
            Small.Replace("一、", hash + "一、").Replace("（一）", "# （一）").Replace("（二）", hash + "**（二）**")).Groups));

        trees.Distinct().Should().ContainSingle().Which.Should().Be("一 工作任务\n  （一） 种树\n  （二） 护林\n");
    }

    [Theory]
    [InlineData("**1. 种树。**种一棵。")]
    [InlineData("1. **种树。**种一棵。")]
    [InlineData("**1.** 种树。种一棵。")]
    [InlineData("1.种树。种一棵。")]
    [InlineData("1．种树。种一棵。")]
    [InlineData("1、种树。种一棵。")]
    [InlineData("1\\. 种树。种一棵。")]
    [InlineData("**1. 种树：**种一棵。")]
    [InlineData("　　1. 种树。种一棵。")]
    public void A_run_in_heading_ends_at_its_first_stop_however_it_is_marked(string item)
    {
        var read = Reading.Draft($"方案\n\n一、任务\n\n{item}\n").Items.Should().ContainSingle().Which;

        (read.Key, read.Title, read.Body).Should().Be(("1", "种树", "种一棵。"));
    }

    [Fact]
    public void Five_levels_nest_and_points_are_steps_of_one_task()
    {
        var draft = Reading.Draft("方案\n一、任务\n（一）甲\n1. 乙。做好乙：\n（1）先做丙。\n①再做丁。\n②又做戊。\n（2）后做己。\n2. 庚。做庚。\n");

        Reading.Tree(draft.Groups).Should().Be(
            "一 任务\n  （一） 甲\n    1 乙\n      （1） 先做丙\n        ① 再做丁\n        ② 又做戊\n      （2） 后做己\n    2 庚\n");
        draft.Items.Select(item => item.Path).Should().Equal("一/（一）/1", "一/（一）/2");
    }

    [Fact]
    public void Chapters_that_name_no_task_words_are_tasks_unless_they_are_fixed_headings_of_context()
    {
        var draft = Reading.Draft("方案\n一、指导思想\n好。\n二、发展工业\n（一）建厂。建一座。\n三、发展农业\n（一）种田。种一亩。\n四、组织领导\n好。\n");

        draft.Groups.Select(group => group.Title).Should().Equal("发展工业", "发展农业");
        draft.Context.Select(part => part.Title).Should().Equal("指导思想", "组织领导");
    }

    [Theory]
    [InlineData("推进城乡\n\n融合发展。", "推进城乡融合发展。", 1)]
    [InlineData("推进城乡\n\n— 3 —\n\n融合发展。", "推进城乡融合发展。", 1)]
    [InlineData("推进城乡\n融合发展。", "推进城乡融合发展。", 0)] // a hard wrap is no page break
    [InlineData("推进 Wi-Fi\n\nMesh 覆盖。", "推进 Wi-Fi Mesh 覆盖。", 1)]
    [InlineData("完成融合。\n\n继续发展。", "完成融合。\n继续发展。", 0)]
    [InlineData("做到“应融尽融。”\n\n继续发展。", "做到“应融尽融。”\n继续发展。", 0)]
    [InlineData("达到\n\n1.5万吨。", "达到1.5万吨。", 1)] // a quantity is no numbering
    [InlineData("促进\n\n一、二、三产业融合。", "促进一、二、三产业融合。", 1)]
    public void A_sentence_goes_on_after_a_page_break(string text, string body, int joins)
    {
        var draft = Reading.Draft($"方案\n\n一、任务\n\n1. 标题。{text}\n");

        draft.Items.Single().Body.Should().Be(body);
        draft.JoinedAt.Should().HaveCount(joins);
    }

    [Fact]
    public void A_sentence_that_never_ends_is_doubted_and_kept()
    {
        var draft = Reading.Draft("方案\n\n一、任务\n\n1. 甲。做好甲，并且\n\n2. 乙。做好乙。\n");

        draft.Items.First().Body.Should().Be("做好甲，并且");
        draft.Doubts.Should().ContainSingle(doubt => doubt.Kind == PlanDoubtKind.UnclearStructure)
            .Which.Should().Match<PlanDoubt>(doubt => doubt.Line == 5 && doubt.Quote == "做好甲，并且");
    }

    [Theory]
    [InlineData("1. 甲。做甲。\n3. 丙。做丙。", 5, "2")]
    [InlineData("1. 甲。做甲。\n1. 乙。做乙。", 5, "2")]
    [InlineData("（一）甲。做甲。\n（三）丙。做丙。", 5, "（二）")]
    public void A_jump_in_the_numbering_is_doubted(string text, int line, string suggestion)
    {
        var draft = Reading.Draft($"方案\n\n一、任务\n{text}\n");

        draft.Doubts.Should().ContainSingle(doubt => doubt.Kind == PlanDoubtKind.UnclearStructure)
            .Which.Should().Match<PlanDoubt>(doubt => doubt.Line == line && doubt.Suggestion == suggestion);
        draft.Items.Select(item => item.Path).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public void Numbers_may_restart_in_each_group_or_run_on_through_the_document()
    {
        const string restarting = "方案\n一、任务\n（一）甲\n1. 乙。做。\n2. 丙。做。\n（二）丁\n1. 戊。做。\n";

        foreach (var text in (string[])[restarting, restarting.Replace("1. 戊", "3. 戊")])
            Reading.Draft(text).Doubts.Should().NotContain(doubt => doubt.Kind == PlanDoubtKind.UnclearStructure);
    }

    [Theory]
    [InlineData("**")]
    [InlineData("# ")]
    [InlineData("- ")]
    [InlineData("<br/>")]
    [InlineData("\u200B")]
    public void A_line_of_marks_alone_is_an_empty_line(string marks) =>
        Reading.Draft($"方案\n一、任务\n1. 甲。做好\n{marks}\n甲。\n").Should().Match<PlanDraft>(draft =>
            draft.Items.Single().Body == "做好甲。" && draft.JoinedAt.Count == 1);

    [Fact]
    public void A_table_is_kept_and_doubted()
    {
        var draft = Reading.Draft("方案\n一、任务\n1. 甲。做甲。\n| 单位 | 电话 |\n|---|---|\n| 教育局 | 1234 |\n");

        draft.Items.Single().Body.Should().Contain("| 教育局 | 1234 |");
        draft.Doubts.Should().ContainSingle(doubt => doubt.Kind == PlanDoubtKind.Other).Which.Line.Should().Be(4);
    }

    [Fact]
    public void A_part_knows_its_first_and_last_line()
    {
        var chapter = Reading.Draft(Small).Groups.Single();

        (chapter.Line, chapter.EndLine).Should().Be((3, 7));
        (chapter.Items[1].Line, chapter.Items[1].EndLine).Should().Be((7, 7));
    }

    [Fact]
    public void Tags_that_are_not_about_looks_stay_as_text() =>
        Reading.Draft("方案\n一、任务\n1. 甲。PM<sub>2.5</sub>，a<b 且 c>d，<script>x</script>。\n").Items.Single().Body
            .Should().Be("PM2.5，a<b 且 c>d，<script>x</script>。");

    [Fact]
    public void What_is_read_once_is_read_the_same_from_json()
    {
        var json = PlanDraftJson.Write(Reading.Draft(Small));

        PlanDraftJson.Write(PlanDraftJson.Read(json)).Should().Be(json);
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception()
    {
        string[] pieces =
        [
            "一、", "（一）", "1. ", "（1）", "①", "**", "——", "。", "：", "\n", "\n\n", "# ", "|", "甲", "乙丙", "2026年3月5日",
            "示例市人民政府", "方案", "<b>", "\\", "　", "》", "A", "九十九、", "（百）", "印发", "的通知",
        ];

        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 40].Sample(parts =>
        {
            var reading = PlanReader.Read(Encoding.UTF8.GetBytes(string.Concat(parts)), "any.md");
            return reading is not PlanReading.Read(var draft) || DraftSchema.Problems(PlanDraftJson.Write(draft)).Count == 0;
        }, iter: 5_000);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_without_an_exception() =>
        Gen.Byte.Array[0, 60].Sample(bytes => PlanReader.Read(bytes, "any.txt") is not null, iter: 5_000);
}
