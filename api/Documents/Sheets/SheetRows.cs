using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Supervision.Api.Problems;
using Supervision.Plans;

namespace Supervision.Api.Documents.Sheets;

/// <summary>
/// The rows of a sheet that say anything. What the sheet claims about its own size is not asked; a merged cell says
/// its text in every place it covers.
/// </summary>
internal static class SheetRows
{
    private const int RowsMax = 20_000;

    private const int ColumnsMax = 64;

    /// <summary>Merged ranges of a hostile sheet overlap a thousand times.</summary>
    private const int MergedCellsMax = 1_000_000;

    public static IReadOnlyList<PlanLine> Read(WorksheetPart part, CellValues values)
    {
        var rows = new SortedList<int, string[]>();
        var merges = new List<CellRange>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                Add(rows, row, values);
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merge
                && CellRange.Parse(merge.Reference?.Value) is { } range)
            {
                merges.Add(range);
            }
        }

        Fill(rows, merges);
        return [.. rows.Where(row => row.Value.Any(cell => cell.Length > 0))
            .Select((row, i) => PlanLine.Row(row.Key, row.Value[..(Array.FindLastIndex(row.Value, cell => cell.Length > 0) + 1)], i == 0))];
    }

    private static void Add(SortedList<int, string[]> rows, Row row, CellValues values)
    {
        var next = rows.Count == 0 ? 1 : rows.Keys[^1] + 1;
        var number = (int)Math.Min(row.RowIndex?.Value ?? (uint)next, int.MaxValue);
        if (rows.Count == RowsMax)
            throw new RefusedException(PlanReadingRefusals.TooManyLines.With([RowsMax + 1, RowsMax]));

        var cells = new string[ColumnsMax];
        Array.Fill(cells, "");
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = CellRange.ColumnOf(cell.CellReference?.Value) ?? column;
            if (column < ColumnsMax)
                cells[column] = values.Of(cell).Trim();
            column++;
        }

        rows[number] = cells;
    }

    private static void Fill(SortedList<int, string[]> rows, List<CellRange> merges)
    {
        int[] numbers = [.. rows.Keys];
        var filled = 0;
        foreach (var range in merges.Where(range => range.Left < ColumnsMax && rows.ContainsKey(range.Top)))
        {
            var said = rows[range.Top][range.Left];
            var from = Array.BinarySearch(numbers, range.Top);
            for (var i = from; i < numbers.Length && numbers[i] <= range.Bottom; i++)
            {
                var cells = rows[numbers[i]];
                for (var column = range.Left; column <= Math.Min(range.Right, ColumnsMax - 1); column++)
                {
                    if (++filled > MergedCellsMax)
                        throw new RefusedException(PlanReadingRefusals.TooManyLines.With([filled, MergedCellsMax]));
                    if (cells[column].Length == 0)
                        cells[column] = said;
                }
            }
        }
    }
}

/// <summary>A range such as A2:C5; columns from 0, rows from 1.</summary>
internal sealed record CellRange(int Top, int Left, int Bottom, int Right)
{
    private const int LettersMax = 3;

    public static CellRange? Parse(string? text)
    {
        var ends = (text ?? "").Replace("$", "", StringComparison.Ordinal).Split(':');
        return ends.Length == 2
            && ColumnOf(ends[0]) is { } left && RowOf(ends[0]) is { } top
            && ColumnOf(ends[1]) is { } right && RowOf(ends[1]) is { } bottom
            ? new CellRange(top, left, bottom, right)
            : null;
    }

    public static int? ColumnOf(string? cell)
    {
        var letters = (cell ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(LettersMax + 1).ToArray();
        return letters.Length is 0 or > LettersMax ? null : letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
    }

    private static int? RowOf(string cell) =>
        int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
