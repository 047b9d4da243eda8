using Supervision.Api.Documents.Word;
using Supervision.Plans;
using static Supervision.Tests.Plans.Documents.WordFile;

namespace Supervision.Tests.Plans.Documents;

/// <summary>What Word shows and does not write, and what it writes and does not show.</summary>
public sealed class WordReaderTests
{
    private static readonly string Bold = "<w:rPr><w:b/></w:rPr>";

    private static string[] Texts(string body, string numbering = "", string styles = "") =>
        [.. WordReader.Read(Of(body, numbering, styles), "plan.docx").Lines.Select(line => line.Text)];

    [Fact]
    public void Automatic_numbers_make_the_same_draft_as_written_ones()
    {
        var numbered = Opened.Draft(Of(
            P("示例市公共服务工作方案") + Item(0, "重点任务") + Item(1, "教育") + Item(2, "建学校。建成学校3所。") + Item(2, "招教师。招教师20名。")
            + Item(3, "小学。") + Item(1, "医疗") + Item(2, "建医院。建成医院1所。") + Item(0, "工作要求") + P("抓好落实。"), OfficialList), "a.docx");
        var written = Reading.Draft(
            "示例市公共服务工作方案\n一、重点任务\n（一）教育\n1. 建学校。建成学校3所。\n2. 招教师。招教师20名。\n（1）小学。\n（二）医疗\n1. 建医院。建成医院1所。\n二、工作要求\n抓好落实。\n");

        numbered.Title.Should().Be(written.Title);
        Reading.Tree(numbered.Groups).Should().Be(Reading.Tree(written.Groups));
        numbered.Source.Format.Should().Be(PlanFormat.Docx);
        numbered.Source.Encoding.Should().BeNull();
        numbered.Items.First().Line.Should().Be(4, "it stands in the fourth paragraph");
    }

    [Theory]
    [InlineData("chineseCountingThousand", "第%1章", 101, "第一百零一章")]
    [InlineData("chineseCounting", "（%1）", 21, "（二十一）")]
    [InlineData("decimalEnclosedCircle", "%1", 20, "⑳")]
    [InlineData("decimalFullWidth", "%1．", 12, "１２．")]
    [InlineData("ideographTraditional", "%1、", 2, "乙、")]
    [InlineData("chineseLegalSimplified", "%1、", 12, "拾贰、")]
    [InlineData("upperRoman", "%1.", 14, "XIV.")]
    [InlineData("lowerLetter", "%1)", 28, "bb)")]
    [InlineData("ideographDigital", "%1、", 10, "一〇、")]
    [InlineData("none", "附件", 3, "附件")]
    [InlineData("bullet", "·", 1, "")]
    public void A_number_is_printed_in_its_form(string format, string text, int start, string printed) =>
        Texts(Item(0, "甲"), $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, format, text).Replace("w:start w:val=\"1\"", $"w:start w:val=\"{start}\"", StringComparison.Ordinal)}</w:abstractNum>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>").Should().Equal($"{printed} 甲".Trim());

    [Fact]
    public void A_level_may_quote_those_above_it_in_digits_and_run_on() =>
        Texts(
            Item(0, "a") + Item(1, "b") + Item(1, "c") + Item(2, "d") + Item(0, "e") + Item(1, "f") + Item(2, "g"),
            "<w:abstractNum w:abstractNumId=\"0\">" + Level(0, "chineseCounting", "第%1章") + Level(1, "decimal", "%1.%2", "<w:isLgl/>")
            + Level(2, "decimal", "第%3条", "<w:lvlRestart w:val=\"0\"/>") + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .Should().Equal("第一章 a", "1.1 b", "1.2 c", "第1条 d", "第二章 e", "2.1 f", "第2条 g");

    [Fact]
    public void A_list_that_starts_anew_counts_anew_and_others_of_its_definition_run_on() =>
        Texts(
            Item(2, "a") + Item(2, "b") + Item(2, "c", list: 4) + Item(2, "d", list: 5),
            OfficialList + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
            + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"7\"/></w:num>").Should().Equal("1. a", "2. b", "1. c", "2. d");

    [Fact]
    public void Numbering_comes_from_styles_and_what_they_are_based_on()
    {
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"K\"><w:name w:val=\"K\"/><w:basedOn w:val=\"H\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"L\"/><w:basedOn w:val=\"L\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>";
        var lines = WordReader.Read(Of(
            P("甲 3", "<w:pStyle w:val=\"T\"/>") + P("甲", "<w:pStyle w:val=\"H\"/>") + P("乙", "<w:pStyle w:val=\"K\"/>")
            + P("丙", "<w:pStyle w:val=\"K\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("丁", "<w:pStyle w:val=\"L\"/>"), OfficialList, styles), "a.docx").Lines;

        lines.Select(line => (line.Text, line.IsMarkedHeading)).Should()
            .Equal([("一、 甲", true), ("二、 乙", true), ("丙", true), ("丁", false)], "a table of contents repeats the headings");
    }

    [Fact]
    public void Split_runs_are_one_and_bold_is_known()
    {
        var line = WordReader.Read(Of(
            $"<w:p><w:r>{Bold}<w:t>强化</w:t></w:r><w:r>{Bold}<w:t>保障。</w:t></w:r><w:r><w:t xml:space=\"preserve\">各县 </w:t></w:r><w:proofErr/><w:r><w:t>落实。</w:t></w:r></w:p>"), "a.docx").Lines.Single();

        line.Text.Should().Be("强化保障。各县 落实。");
        (line.BoldStart, line.BoldEnd).Should().Be((0, 5));
    }

    [Fact]
    public void Deleted_changes_hidden_text_and_fields_are_not_the_text()
    {
        const string body = "<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>新</w:t></w:r></w:ins>"
            + "<w:moveFrom w:id=\"3\" w:author=\"a\"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
            + "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>文</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"a\"/></w:rPr></w:pPr><w:r><w:t>上半</w:t></w:r></w:p><w:p><w:r><w:t>下半</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>";

        Texts(body).Should().Equal("新文", "上半下半", "甲", "乙");
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";
        var paragraph = "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + "<mc:Choice xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" Requires=\"wps\"><w:drawing>"
            + "<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData>"
            + "<wps:wsp><wps:txbx>" + box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Texts(paragraph).Should().Equal("正文", "框内");
    }

    [Fact]
    public void Merged_cells_say_their_text_in_every_place_they_cover()
    {
        var table = Table(3,
            Row(Cell("任务"), Cell("责任分工", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("甲", "<w:vMerge w:val=\"restart\"/>"), Cell("子"), Cell("丑")),
            Row(Cell("", "<w:vMerge/>"), Cell("寅"), Cell("卯")));

        WordReader.Read(Of(table), "a.docx").Lines.Select(line => string.Join("/", line.Cells!)).Should()
            .Equal("任务/责任分工/责任分工", "甲/子/丑", "甲/寅/卯");
    }

    [Fact]
    public void A_table_that_lies_about_its_size_is_not_believed() =>
        WordReader.Read(Of(Table(2, Row(Cell("甲", "<w:gridSpan w:val=\"2000000000\"/>"), Cell("乙", "<w:vMerge/>")))), "a.docx")
            .Lines.Single().Cells.Should().HaveCount(64);

    [Fact]
    public void A_table_of_tasks_under_chapters_becomes_items_with_their_owners()
    {
        var draft = Opened.Draft(Of(
            P("示例县2026年重点工作任务分工方案") + Item(0, "工作任务")
            + Table(4,
                Row(Cell("类别"), Cell("任务"), Cell("责任分工", "<w:gridSpan w:val=\"2\"/>")),
                Row(Cell("类别"), Cell("任务"), Cell("牵头单位"), Cell("完成时限")),
                Row(Cell("教育", "<w:vMerge w:val=\"restart\"/>"), Cell("建学校"), Cell("县教育局", "<w:vMerge w:val=\"restart\"/>"), Cell("2026年6月底前")),
                Row(Cell("", "<w:vMerge/>"), Cell("招教师"), Cell("", "<w:vMerge/>"), Cell("年底前")),
                Row(Cell("医疗"), Cell("建医院"), Cell("县卫生健康委"), Cell("每季度末"))), OfficialList), "a.docx");

        draft.Items.Select(item => (item.Path, item.Title, item.Body)).Should().Equal(
            ("一/行1/行1", "建学校", "牵头单位：县教育局。\n完成时限：2026年6月底前。"),
            ("一/行1/行2", "招教师", "牵头单位：县教育局。\n完成时限：年底前。"),
            ("一/行2/行1", "建医院", "牵头单位：县卫生健康委。\n完成时限：每季度末。"));
    }

    [Fact]
    public void A_table_that_repeats_the_tasks_of_the_text_adds_its_columns_to_them()
    {
        var draft = Opened.Draft(Of(
            P("示例县绿化工作方案") + Item(0, "任务") + Item(1, "种树。全县种树。")
            + Table(2, Row(Cell("任务"), Cell("责任单位")), Row(Cell("种树"), Cell("县林业局"))), OfficialList), "a.docx");

        draft.Items.Should().ContainSingle().Which.Should().Match<PlanNode>(item =>
            item.Body == "全县种树。\n责任单位：县林业局。" && item.Responsible.Single().Quote == "县林业局" && item.Responsible[0].Line == 5);
    }
}
