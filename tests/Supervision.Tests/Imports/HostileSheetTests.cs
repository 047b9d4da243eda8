using System.Text;
using CsCheck;
using Supervision.Api.Imports;
using Supervision.Api.Problems;
using Supervision.Imports;
using Supervision.Tests.Plans.Documents;

namespace Supervision.Tests.Imports;

/// <summary>Files that are broken, lie, or could mean two things: refused as a whole, with a code and the row.</summary>
public sealed class HostileSheetTests
{
    private static readonly string[] Head = ["事项编号", "标题", "期限"];

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "import.no-table", [] },
        { "import.no-table", SheetFile.Of(("t", SheetFile.Rows(["别的", "表"]))) },
        { "import.no-rows", SheetFile.Of(("t", SheetFile.Rows(Head))) },
        { "import.no-rows", SheetFile.Of(("t", SheetFile.Rows(Head, ["Task", "Title", "Due on"]))) },
        { "import.column-unknown", SheetFile.Of(("t", SheetFile.Rows([.. Head, "牵头单为"], ["", "甲", "", "乙"]))) },
        { "import.column-twice", SheetFile.Of(("t", SheetFile.Rows([.. Head, "Title"], ["", "甲", "", "乙"]))) },
        { "import.column-unnamed", SheetFile.Of(("t", SheetFile.Rows(Head, ["", "甲", "", "乙"]))) },
        { "import.merged-cells", SheetFile.Of(("t", SheetFile.Rows(Head, ["", "甲", ""]) + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")) },
        { "import.several-tables", SheetFile.Of(("t", SheetFile.Rows(Head, ["", "甲"])), ("u", SheetFile.Rows(Head, ["", "乙"]))) },
        { "import.table-lies", SheetFile.Of(("t", $"<sheetData>{Row(1, Head)}{Row(3, "", "甲")}{Row(2, "", "乙")}</sheetData>")) },
        { "import.table-lies", SheetFile.Of(("t", $"<sheetData>{Row(1, Head)}{Row(2, "", "甲")}{Row(2, "", "乙")}</sheetData>")) },
        { "import.table-lies", SheetFile.Of(("t", $"<sheetData>{Row(1, Head)}<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>乙</t></is></c></row></sheetData>")) },
        { "import.table-lies", SheetFile.Of(("t", $"<sheetData>{Row(1, Head)}<row r=\"2\"><c r=\"B9\" t=\"inlineStr\"><is><t>甲</t></is></c></row></sheetData>")) },
        { "import.too-many-rows", SheetFile.Of(("t", $"<sheetData>{Row(1, Head)}{string.Concat(Enumerable.Range(2, 10_001).Select(n => Row(n, "", "甲")))}</sheetData>")) },
        { "import.too-many-rows", Encoding.UTF8.GetBytes($"事项编号,标题\n{string.Concat(Enumerable.Repeat(",甲\n", 10_001))}") },
        { "import.format-not-read", "%PDF-1.7"u8.ToArray() },
        { "import.format-not-read", Zip.Of(("a.txt", "x")) },
        { "plan.too-large", new byte[30 * 1024 * 1024] },
        { "plan.damaged", SheetFile.Of(("t", SheetFile.Rows(Head, ["", "甲"])))[..200] },
        { "plan.password-protected", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "plan.old-office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "plan.damaged", Zip.With(SheetFile.Of(("t", "")), "xl/sheet0.xml", part => part.Write("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"u8)) },
        { "plan.expands-too-far", Zip.With(SheetFile.Of(("t", "")), "xl/sheet0.xml", part => part.Write(Encoding.UTF8.GetBytes("<a>" + new string('x', 60 * 1024 * 1024)))) },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_file_that_could_mean_two_things_is_refused_as_a_whole(string code, byte[] content) =>
        FluentActions.Invoking(() => Read(content)).Should().Throw<RefusedException>().Which.Refused.Should().Match<Language.Receipt.Refused>(no =>
            no.Code == code && !no.Chinese.Contains('{') && !no.English.Contains('{'));

    [Fact]
    public void A_formula_says_the_value_that_was_kept_with_it() =>
        Cells(SheetFile.Of(("t", SheetFile.Rows(Head, ["", "<c t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>甲</v></c>", "<c s=\"1\"><f>TODAY()</f><v>46203</v></c>"]))))
            .Should().Equal("", "甲", "2026年6月30日");

    [Fact]
    public void Either_head_is_read_in_any_order_and_a_hidden_sheet_is_not() =>
        Cells(SheetFile.Of(("~h", SheetFile.Rows(Head, ["", "隐"])), ("t", SheetFile.Rows(["title", "Task"], ["标题", "事项编号"], ["甲", "t-1"]))))
            .Should().Equal("甲", "t-1");

    [Fact]
    public void A_csv_is_read_in_the_encodings_of_the_office() =>
        Cells(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("事项编号\t标题\n\t\"'=1\n二\"\n")).ToArray()).Should().Equal("", "=1\n二");

    [Fact]
    public void Any_change_of_a_byte_is_read_or_refused_by_a_code()
    {
        var good = TaskSheets.Of(TaskSheets.Sample);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(it =>
        {
            var content = (byte[])good.Clone();
            content[it.Item1] = it.Item2;
            try
            {
                return Read(content).Lines.Count > 0;
            }
            catch (RefusedException no)
            {
                return no.Refused.Code.Length > 0;
            }
        }, iter: 500);
    }

    private static ReadSheet<TaskCells> Read(byte[] content) => ReadSheet<TaskCells>.Of(TaskForm.Form, content, "a.xlsx");

    private static IEnumerable<string> Cells(byte[] content) => Read(content).Lines.Should().ContainSingle().Which.Cells.Select(cell => cell.Text);

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select(SheetFile.Text))}</row>";
}
