using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Supervision.Api.Sheets;

namespace Supervision.Tests.Sheets;

public sealed class SheetWriterTests
{
    private static readonly string[] Formulas = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"];

    [Fact]
    public void A_workbook_is_one_to_the_letter_of_the_format()
    {
        using var document = SpreadsheetDocument.Open(Written(), false);

        new OpenXmlValidator().Validate(document).Select(flaw => $"{flaw.Path?.XPath}: {flaw.Description}").Should().BeEmpty();
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).Should().Equal("覆盖 表", "第二张");
        document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).Should().BeEmpty();
    }

    [Fact]
    public void Words_numbers_and_days_are_what_they_were()
    {
        using var document = SpreadsheetDocument.Open(Written(), false);
        var rows = document.WorkbookPart!.WorksheetParts.First(part => part.Worksheet!.InnerText.Contains("事项", StringComparison.Ordinal))
            .Worksheet!.Descendants<Row>().ToArray();

        rows[1].Elements<Cell>().Select(cell => cell.InnerText).Should().Equal("推进新县学校建设 <b>&", "12.5", "46203", "\uFFFD");
        rows[2].Elements<Cell>().Select(cell => cell.CellReference!.Value).Should().Equal("B3");
        rows[1].Elements<Cell>().First().DataType!.Value.Should().Be(CellValues.InlineString);
    }

    [Fact]
    public void No_text_is_live_in_either_format()
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(stream))
            csv.Row([.. Formulas.Select(text => (SheetCell)text)]);

        var line = Encoding.UTF8.GetString(stream.ToArray());

        stream.ToArray()[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        line.TrimStart('\uFEFF').Should().Be("'=1+1,'+cmd,'-2,'@SUM(A1),'\t=1,\"'\r=1\",'＝1,''=1\r\n");
        Formulas.Select(CellText.Guarded).Should().AllSatisfy(text => text.Should().StartWith("'"));
    }

    [Fact]
    public void What_is_guarded_comes_back() =>
        Gen.String[Gen.Char["=+-@'\ta县"], 0, 5].Sample(text => CellText.Original(CellText.Guarded(text)) == text);

    [Fact]
    public void Commas_quotes_and_lines_stay_in_their_cell()
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(stream))
            csv.Row("a,b", "说\"好\"", "一\n二", -1, new DateOnly(2026, 6, 30), SheetCell.Empty, "x");

        Encoding.UTF8.GetString(stream.ToArray())[1..].Should().Be("\"a,b\",\"说\"\"好\"\"\",\"一\n二\",-1,2026-06-30,,x\r\n");
    }

    private static MemoryStream Written()
    {
        var stream = new MemoryStream();
        using (var sheets = new SheetWriter(stream))
        {
            sheets.BeginSheet("覆盖/表", ("事项", 40), ("份额", 10), ("期限", 12), ("备注", 10));
            sheets.Row("推进新县学校建设 <b>&", 12.5m, new DateOnly(2026, 6, 30), "\u0001");
            sheets.Row(SheetCell.Empty, "=HYPERLINK(\"http://x\")");
            sheets.BeginSheet("第二张", ("名称", 10));
        }

        stream.Position = 0;
        return stream;
    }
}
