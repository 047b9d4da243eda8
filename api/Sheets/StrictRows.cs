using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Supervision.Api.Documents.Sheets;
using Supervision.Imports;

namespace Supervision.Api.Sheets;

/// <summary>The rows of a sheet as they come. Rows and cells stand where they say, each once and in order, and none is merged.</summary>
internal static partial class StrictRows
{
    /// <summary>With the head. A city's whole register of a year fits.</summary>
    public const int RowsMax = 10_000;

    private const int ColumnsMax = 64;

    /// <summary>Rows that say something, the head first.</summary>
    public static IEnumerable<SheetLine> Read(WorksheetPart part, Documents.Sheets.CellValues values)
    {
        using var reader = OpenXmlReader.Create(part);
        var (number, count) = (0, 0);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                var next = row.RowIndex?.Value ?? (uint)number + 1;
                if (next <= number || next > int.MaxValue)
                    throw SheetTable.Refused(ImportRefusals.TableLies, next);
                number = (int)next;
                if (Line(row, number, values) is not { IsEmpty: false } line)
                    continue;
                if (++count > RowsMax)
                    throw SheetTable.Refused(ImportRefusals.TooManyRows, RowsMax);
                yield return line;
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merge)
            {
                var range = merge.Reference?.Value ?? "";
                throw SheetTable.Refused(ImportRefusals.MergedCells, CellRange.Parse(range)?.Top ?? 0, range);
            }
        }
    }

    private static SheetLine Line(Row row, int number, Documents.Sheets.CellValues values)
    {
        var (cells, next) = (new List<string>(), 0);
        foreach (var cell in row.Elements<Cell>())
        {
            var column = PlaceOf(cell, number) ?? next;
            if (column < next)
                throw SheetTable.Refused(ImportRefusals.TableLies, number);
            next = column + 1;

            var text = Unescaped(CellText.Original(values.Of(cell)).Trim());
            if (column >= ColumnsMax && text.Length > 0)
                throw SheetTable.Refused(ImportRefusals.ColumnUnnamed, number, column + 1);
            if (text.Length == 0)
                continue;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(text);
        }

        return new SheetLine(number, cells);
    }

    // A cell that says another row than the one it stands in, or no place that there is, is a lie.
    private static int? PlaceOf(Cell cell, int row)
    {
        if (cell.CellReference?.Value is not { } reference)
            return null;

        var digits = reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return CellRange.ColumnOf(reference) is { } column
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said == row
                ? column
                : throw SheetTable.Refused(ImportRefusals.TableLies, row);
    }

    // Spreadsheet programs write what XML cannot hold as _x000D_.
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, code => ((char)Convert.ToInt32(code.Groups[1].Value, 16)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
