namespace Supervision.Api.Documents.Pdf;

/// <summary>A row of a table: one printed line, or several where a cell is wrapped.</summary>
/// <param name="Number">Of its first line.</param>
/// <param name="IsFirst">Whether a table begins with it.</param>
internal sealed record PdfRow(int Number, IReadOnlyList<string> Cells, bool IsFirst)
{
    public static PdfRow Of(IReadOnlyList<PdfLine> lines, IReadOnlyList<PdfPiece> columns, bool isFirst)
    {
        var cells = columns.Select(_ => "").ToArray();
        foreach (var piece in lines.SelectMany(line => line.Pieces))
        {
            var at = ColumnOf(piece, columns);
            cells[at] += cells[at].Length == 0 ? piece.Text : Between(cells[at][^1], piece.Text[0]) + piece.Text;
        }

        return new PdfRow(lines[0].Number, cells, isFirst);
    }

    /// <summary>The columns of lines: stretches that overlap are one.</summary>
    public static List<PdfPiece> ColumnsOf(IEnumerable<PdfLine> lines)
    {
        var columns = new List<PdfPiece>();
        foreach (var piece in lines.SelectMany(line => line.Pieces).OrderBy(piece => piece.Left))
        {
            if (columns.Count > 0 && columns[^1].Overlaps(piece))
                columns[^1] = columns[^1].With(piece);
            else
                columns.Add(piece);
        }

        return columns;
    }

    private static int ColumnOf(PdfPiece piece, IReadOnlyList<PdfPiece> columns) =>
        Enumerable.Range(0, columns.Count).MinBy(i => columns[i].DistanceTo(piece));

    private static string Between(char before, char after) => char.IsAscii(before) && char.IsAscii(after) && before != '-' ? " " : "";
}
