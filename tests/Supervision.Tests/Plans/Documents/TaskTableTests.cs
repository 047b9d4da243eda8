using System.Text;
using Supervision.Plans;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Tables of tasks: csv in any encoding, xlsx with formulas, dates, merged cells and several sheets.</summary>
public sealed class TaskTableTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly string Csv =
        "示例县2026年重点工作任务清单,,,\r\n序号,任务,责任单位,完成时限\r\n1,\"建学校，\r\n3所\",\"县教育局,县财政局\",2026年6月底前\r\n2,\"修\"\"一号\"\"路\",县交通局,年底前\r\n";

    private static readonly (string, string)[] Expected =
    [
        ("建学校， 3所", "责任单位：县教育局,县财政局。\n完成时限：2026年6月底前。"),
        ("修\"一号\"路", "责任单位：县交通局。\n完成时限：年底前。"),
    ];

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Csv) },
        { "gb18030", Gb18030.GetBytes(Csv) },
        { "utf-8", Encoding.UTF8.GetBytes("\uFEFF" + Csv) },
        { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv.Replace("\r\n", "\n", StringComparison.Ordinal))] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void A_row_of_a_csv_is_an_item_in_any_encoding(string encoding, byte[] content)
    {
        var draft = Opened.Draft(content, "tasks.csv");

        draft.Title.Should().Be("示例县2026年重点工作任务清单");
        draft.Source.Should().Match<PlanSource>(source => source.Format == PlanFormat.Csv && source.Encoding == encoding);
        draft.Items.Select(item => (item.Title, item.Body)).Should().Equal(Expected);
        draft.Items.Select(item => item.Line).Should().Equal([3, 5], "a quoted cell spreads over two lines");
    }

    [Theory]
    [InlineData("tasks.txt", "\t")]
    [InlineData("tasks.csv", ";")]
    [InlineData("tasks.csv", "，")]
    public void The_separator_is_seen_not_told(string name, string separator)
    {
        var draft = Opened.Draft(Encoding.UTF8.GetBytes($"No.{separator}Task{separator}Lead agency{separator}Deadline\n7{separator}Plant trees{separator}Forestry{separator}2026-06-30\n"), name);

        draft.Items.Single().Should().Match<PlanNode>(item => item.Key == "7" && item.Title == "Plant trees"
            && item.Body == "Lead agency：Forestry。\nDeadline：2026-06-30。");
    }

    [Fact]
    public void A_sheet_shows_dates_percentages_and_the_kept_values_of_formulas()
    {
        var draft = Opened.Draft(SheetFile.Of(("任务", SheetFile.Rows(
            ["任务", "工作目标", "牵头单位", "完成时限", "备注"],
            ["建学校", "<c s=\"2\"><f>1/8</f><v>0.125</v></c>", "县教育局", "<c s=\"1\"><v>46203</v></c>", "<c t=\"str\"><f>HYPERLINK(\"http://x\",\"y\")</f><v>见附件</v></c>"],
            ["修路", "<c><f>SUM(A1)</f></c>", "县交通局", "<c s=\"3\"><v>46203</v></c>", "<c><v>0.30000000000000004</v></c>"]))), "t.xlsx");

        draft.Source.Format.Should().Be(PlanFormat.Xlsx);
        draft.Items.Select(item => item.Body).Should().Equal(
            "工作目标：12.5%。\n牵头单位：县教育局。\n完成时限：2026年6月30日。\n备注：见附件。",
            "牵头单位：县交通局。\n完成时限：2026年6月。\n备注：0.3。");
    }

    [Fact]
    public void Merged_cells_and_captions_group_the_rows()
    {
        var draft = Opened.Draft(SheetFile.Of(("任务", SheetFile.Rows(
            ["示例市任务分解表"], ["重点任务", "具体措施", "责任单位"], ["绿化", "种树", "林业局"], ["", "浇水", ""], ["一、治水方面", "", ""], ["治水", "修堤", "水利局"])
            + "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"C3:C4\"/><mergeCell ref=\"A5:C5\"/></mergeCells>")), "t.xlsx");

        draft.Title.Should().Be("示例市任务分解表");
        draft.Items.Select(item => (item.Title, item.Body, item.Line)).Should().Equal(
            ("种树", "重点任务：绿化。\n责任单位：林业局。", 3), ("浇水", "重点任务：绿化。\n责任单位：林业局。", 4), ("修堤", "重点任务：治水。\n责任单位：水利局。", 6));
        draft.Items.Select(item => item.Path).Should().Equal("行1", "行2", "一/行1");
    }

    [Fact]
    public void A_column_that_repeats_over_its_details_groups_them() =>
        Reading.Tree(Opened.Draft("重点任务,具体措施,责任单位\n绿化,种树,林业局\n绿化,浇水,园林局\n治水,修堤,水利局\n"u8.ToArray(), "t.csv").Groups).Should()
            .Be(" 绿化\n   种树\n   浇水\n 治水\n   修堤\n");

    [Fact]
    public void Several_sheets_are_chapters_and_those_without_tasks_or_hidden_are_not()
    {
        var table = SheetFile.Rows(["任务", "责任单位"], ["甲", "乙局"]);
        var draft = Opened.Draft(SheetFile.Of(("说明", SheetFile.Rows(["请按时报送"])), ("教育", table), ("医疗", table), ("~旧", table)), "t.xlsx");

        Reading.Tree(draft.Groups).Should().Be("一 教育\n   甲\n二 医疗\n   甲\n");
    }

    [Fact]
    public void Text_that_looks_like_a_formula_or_a_script_stays_text() =>
        Opened.Draft("任务,责任单位\n\"=HYPERLINK(\"\"http://x\"\")\",<script>alert(1)</script>\n"u8.ToArray(), "t.csv").Items.Single()
            .Should().Match<PlanNode>(item => item.Title == "=HYPERLINK(\"http://x\")" && item.Body == "责任单位：<script>alert(1)</script>。");

    [Fact]
    public void A_table_in_markdown_reads_as_the_same_table_in_a_sheet() =>
        Reading.Draft("示例县任务清单\n\n| 序号 | 任务 | 责任单位 |\n|---|:-:|---|\n| 1 | 种树 | 林业局 |\n").Items.Single()
            .Should().Match<PlanNode>(item => item.Title == "种树" && item.Body == "责任单位：林业局。" && item.Line == 5);

    [Fact]
    public void What_a_sheet_claims_about_its_size_is_not_asked()
    {
        var lying = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>任务</t></is></c><c t=\"inlineStr\"><is><t>责任单位</t></is></c></row>"
            + "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>远</t></is></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1048576:XFD1048576\"/><mergeCell ref=\"ZZZZ1:A9\"/><mergeCell ref=\"B2\"/></mergeCells>";

        Opened.Draft(SheetFile.Of(("t", lying)), "t.xlsx").Should().NotBeNull();
    }

    [Theory]
    [InlineData("甲,乙\n丙,丁\n", "plan.no-task-table")]
    [InlineData("", "plan.empty")]
    [InlineData(",,\n\"\",\n", "plan.empty")]
    public void A_csv_without_a_header_is_refused(string text, string code) =>
        Opened.Refusal(Encoding.UTF8.GetBytes(text), "t.csv").Code.Should().Be(code);

    [Fact]
    public void Ranges_that_overlap_a_thousand_times_are_refused_in_bounded_time() =>
        Opened.Refusal(SheetFile.Of(("t", "<sheetData>" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<row r=\"{i}\"><c><v>1</v></c></row>")) + "</sheetData><mergeCells>"
            + string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:BL5000\"/>", 10_000)) + "</mergeCells>")), "t.xlsx").Code.Should().Be("plan.too-many-lines");
}
