using Supervision.Plans;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Ruled tables of tasks in a pdf: a cell is what stands between rules, however near its words are to the next.</summary>
public sealed class PdfGridTests
{
    private static readonly double[] Widths = [20, 128, 46, 74, 80];

    private static readonly string[] Head = ["序\n号", "工作任务", "牵头单\n位（责\n任人）", "配合\n单位", "完成时限\n及要求"];

    [Fact]
    public void A_head_of_several_lines_in_the_middle_of_its_row_is_one()
    {
        var draft = Opened.Draft(PdfFile.OfContents(PdfGrid.Page(100, 700, Widths, Head,
            ["1", "改造三十个老旧小区，惠及两万\n户居民", "市住房和\n城乡建设\n局", "市财政局、市城\n管局", "2026年6月底前"],
            ["2", "新建公办幼儿园八所", "市教育局", "市财政局", "2026年9月底前"])), "grid.pdf");

        Read(draft).Should().Equal(
            "1 改造三十个老旧小区，惠及两万户居民 | housing-construction < finance urban-management | 2026-06-30",
            "2 新建公办幼儿园八所 | education < finance | 2026-09-30");
    }

    [Fact]
    public void A_table_goes_on_over_the_page_below_its_repeated_head()
    {
        var draft = Opened.Draft(PdfFile.OfContents(
            PdfGrid.Page(100, 700, Widths, Head, ["1", "新建公办幼儿园八所", "市教育局", "市财政局", "2026年9月底前"]),
            PdfGrid.Page(100, 780, Widths, Head, ["2", "修缮校舍十二处，消\n除隐患\n建立台账", "市教育局", "市财政局", "2026年10月\n底前"]),
            PdfGrid.Page(100, 780, Widths, ["3", "新增公交线路\n三条", "市交通\n运输局", "市财政局", "2026年11月\n底前"])), "grid.pdf");

        Read(draft).Should().Equal(
            "1 新建公办幼儿园八所 | education < finance | 2026-09-30",
            "2 修缮校舍十二处，消除隐患建立台账 | education < finance | 2026-10-31",
            "3 新增公交线路三条 | transport < finance | 2026-11-30");
    }

    [Fact]
    public void The_year_of_a_title_is_no_number_of_the_annex_above_it() =>
        Reading.Draft("附件\n2026年示例市民生实事任务分解表\n一、任务\n1.新建幼儿园。新建幼儿园八所。").Title.Should().Be("2026年示例市民生实事任务分解表");

    private static IEnumerable<string> Read(PlanDraft draft) => draft.Items.Select(item =>
        $"{item.Key} {item.Title} | {Codes(item.Leads)} < {Codes(item.Support)} | {item.Deadlines.Single().On:yyyy-MM-dd}");

    private static string Codes(IEnumerable<NamedAgency> owners) => string.Join(' ', owners.Select(owner => owner.Agency?.Value ?? owner.Quote));
}
