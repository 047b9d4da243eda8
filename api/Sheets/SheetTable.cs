using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Supervision.Api.Documents;
using Supervision.Api.Documents.Sheets;
using Supervision.Api.Problems;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Sheets;

/// <summary>A row that says something. <paramref name="Number"/> is its row in the sheet, or its line in a csv, from 1.</summary>
internal sealed record SheetLine(int Number, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>One table of a file, head first. Nothing of a formula is read but the value that was kept with it.</summary>
/// <remarks>Stricter than what a plan is read from: a table that comes back is refused where it could mean two things.</remarks>
internal static class SheetTable
{
    private const int SheetsMax = 100;

    private static readonly char[] Separators = [',', '\t', ';', '，'];

    /// <param name="isHead">Whether the first row of a sheet makes it the table that is looked for.</param>
    /// <param name="idColumn">The heading to name where none does.</param>
    /// <exception cref="RefusedException">The file, or its table, is refused as a whole.</exception>
    public static IReadOnlyList<SheetLine> Read(byte[] content, string name, Func<IReadOnlyList<string>, bool> isHead, Term idColumn)
    {
        try
        {
            if (content.Length > PlanFile.BytesMax)
                throw Refused(PlanReadingRefusals.TooLarge, content.Length, PlanFile.BytesMax);

            var table = DocumentKinds.Of(content) switch
            {
                DocumentKind.Excel => ReadWorkbook(content, name, isHead),
                DocumentKind.Text => ReadText(content, name, isHead),
                DocumentKind.Encrypted => throw Refused(PlanReadingRefusals.PasswordProtected, name),
                DocumentKind.OldOffice => throw Refused(PlanReadingRefusals.OldOffice, name),
                DocumentKind.BrokenArchive => throw Refused(PlanReadingRefusals.Damaged, name),
                _ => throw Refused(ImportRefusals.FormatNotRead, name),
            };
            return table ?? throw Refused(ImportRefusals.NoTable, idColumn);
        }
        catch (Exception broken) when (broken is XmlException or OpenXmlPackageException or InvalidDataException or FileFormatException
            or FormatException or InvalidOperationException or ArgumentException or IOException or KeyNotFoundException or OverflowException)
        {
            throw Refused(PlanReadingRefusals.Damaged, name);
        }
    }

    public static RefusedException Refused(Refusal refusal, params object[] values) => new(refusal.With(values));

    private static List<SheetLine>? ReadWorkbook(byte[] content, string name, Func<IReadOnlyList<string>, bool> isHead)
    {
        OfficePackage.Check(content, name);
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var book = document.WorkbookPart?.Checked(name) ?? throw new InvalidDataException("No workbook.");
        var values = new Documents.Sheets.CellValues(book, name);

        (string Name, List<SheetLine> Rows)? found = null;
        foreach (var sheet in book.Workbook!.Descendants<Sheet>().Where(IsVisible).Take(SheetsMax))
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part
                || !isHead(StrictRows.Read(part.Checked(name), values).FirstOrDefault()?.Cells ?? []))
            {
                continue;
            }

            var sheetName = sheet.Name?.Value ?? "";
            if (found is { } first)
                throw Refused(ImportRefusals.SeveralTables, first.Name, sheetName);
            found = (sheetName, [.. StrictRows.Read(part, values)]);
        }

        return found?.Rows;
    }

    private static bool IsVisible(Sheet sheet) => sheet.State?.Value is not { } state || state == SheetStateValues.Visible;

    private static List<SheetLine>? ReadText(byte[] content, string name, Func<IReadOnlyList<string>, bool> isHead)
    {
        if (content.Length > PlanLimits.BytesMax)
            throw Refused(PlanReadingRefusals.TooLarge, content.Length, PlanLimits.BytesMax);
        if (PlanText.Decode(content) is not { } text)
            throw Refused(ImportRefusals.FormatNotRead, name);

        return Separators.Select(separator => Lines(text.Text, separator).Take(1).Any(line => isHead(line.Cells))
            ? Lines(text.Text, separator).Take(StrictRows.RowsMax + 1).ToList()
            : null).FirstOrDefault(lines => lines is not null) is { } lines
                ? lines.Count <= StrictRows.RowsMax ? lines : throw Refused(ImportRefusals.TooManyRows, StrictRows.RowsMax)
                : null;
    }

    private static IEnumerable<SheetLine> Lines(string text, char separator) => new CsvRows(text, separator).Read()
        .Select(row => new SheetLine(row.Line, [.. row.Cells.Select(CellText.Original)]))
        .Where(line => !line.IsEmpty);
}
