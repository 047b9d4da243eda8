using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Supervision.Plans;

namespace Supervision.Api.Documents.Sheets;

/// <summary>Reads the visible sheets of an xlsx that hold a table of tasks.</summary>
internal static class XlsxReader
{
    private const int SheetsMax = 100;

    public static PlanDocument Read(byte[] content, string name)
    {
        OfficePackage.Check(content, name);
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var book = document.WorkbookPart?.Checked(name) ?? throw new InvalidDataException("No workbook.");
        var values = new CellValues(book, name);

        var sheets = new List<(string Name, IReadOnlyList<PlanLine> Rows)>();
        foreach (var sheet in book.Workbook.Descendants<Sheet>().Where(IsVisible).Take(SheetsMax))
        {
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part)
                sheets.Add((sheet.Name?.Value ?? "", SheetRows.Read(part.Checked(name), values)));
        }

        var tables = sheets.Where(sheet => TaskTable.IsIn(sheet.Rows)).ToList();
        return new PlanDocument(PlanFormat.Xlsx, null, tables.Count > 0 ? Lines(tables) : [.. sheets.SelectMany(sheet => sheet.Rows)]);
    }

    private static bool IsVisible(Sheet sheet) => sheet.State?.Value is not { } state || state == SheetStateValues.Visible;

    // Several tables are told apart by the names of their sheets, as the chapters of one plan.
    private static IReadOnlyList<PlanLine> Lines(List<(string Name, IReadOnlyList<PlanLine> Rows)> tables)
    {
        var lines = new DocumentLines();
        for (var i = 0; i < tables.Count; i++)
        {
            if (tables.Count > 1)
                lines.Add(PlanLine.Plain(1, $"{Numerals.Chinese(i + 1)}、{tables[i].Name}", afterBlank: true));
            foreach (var row in tables[i].Rows)
                lines.Add(row);
        }

        return lines.All;
    }
}
