using DocumentFormat.OpenXml.Wordprocessing;

namespace Supervision.Api.Documents.Word;

/// <summary>A table row by row: a merged cell says its text in every place it covers.</summary>
internal sealed class WordTable(WordText text)
{
    /// <summary>What a table claims beyond this is not believed.</summary>
    private const int ColumnsMax = 64;

    private List<string> _above = [];

    public int ColumnCount { get; set; }

    public int RowCount { get; private set; }

    /// <summary>Whether it only frames text: one column.</summary>
    public bool IsFrame => ColumnCount <= 1 && _above.Count == 1;

    /// <summary>The cells of a row; null for one that a tracked change deletes.</summary>
    public IReadOnlyList<string>? Read(TableRow row)
    {
        if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null)
            return null;

        RowCount++;
        var cells = new List<string>();
        Fill(cells, "", row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            var goesOn = merge is not null && merge.Val?.Value != MergedCellValues.Restart;
            var said = goesOn && cells.Count < _above.Count ? _above[cells.Count] : text.Of(cell);
            Fill(cells, said, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
        }

        return _above = cells;
    }

    private static void Fill(List<string> cells, string text, int count)
    {
        for (var i = 0; i < count && cells.Count < ColumnsMax; i++)
            cells.Add(text);
    }
}
