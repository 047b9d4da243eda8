using System.Text.RegularExpressions;
using Supervision.Plans;

namespace Supervision.Api.Documents.Pdf;

/// <summary>
/// Finds tables of tasks among printed lines, by a line whose words are the heads of one. Columns are gaps that persist
/// through its rows; a row ends at a rule, at more than the usual space, or where the next one has a number.
/// </summary>
internal static partial class PdfTables
{
    private const int ColumnsMin = 3;

    private const int HeaderLinesMax = 3;

    /// <summary>Where rules stand around it, a row may be as high as this.</summary>
    private const int RuledLinesMax = 8;

    private static readonly double RowGap = 1.3;

    /// <summary>The rows of every table, and the lines that are text.</summary>
    public static (IReadOnlyList<PdfRow> Rows, IReadOnlyList<IReadOnlyList<PdfLine>> Text) Of(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var rows = new List<PdfRow>();
        var text = new List<IReadOnlyList<PdfLine>>();
        List<PdfPiece>? open = null;
        foreach (var page in pages)
        {
            var rest = new List<PdfLine>();
            for (var i = 0; i < page.Count;)
            {
                var header = HeaderAt(page, i);
                var isOpen = i == 0 && open is not null && GoesOn(page, open);
                if (header == 0 && !isOpen)
                {
                    rest.Add(page[i++]);
                    open = null;
                    continue;
                }

                var columns = header > 0 ? PdfRow.ColumnsOf(page.Skip(i).Take(header)) : open!;
                var end = EndOf(page, i + header, columns);
                var lines = page.Skip(i).Take(end - i).ToList();
                columns = PdfRow.ColumnsOf(lines.Where(line => line.Pieces.Count > 1)) is var wide && wide.Count == columns.Count ? wide : columns;
                rows.AddRange(RowsOf(lines, header, columns, isFirst: !isOpen));
                open = end == page.Count ? columns : null;
                i = end;
            }

            text.Add(rest);
        }

        return (rows, text);
    }

    // A cell that is set in the middle of its row leaves others to begin alone.
    private static bool GoesOn(IReadOnlyList<PdfLine> page, List<PdfPiece> columns) =>
        page.Take(Math.Max(1, RuledAt(page, 0))).ToList() is var row && row.All(line => Fits(line, columns)) && row.Exists(line => line.Pieces.Count > 1);

    /// <summary>How many lines stand from here to the next rule; 0 where there is none, or none above.</summary>
    private static int RuledAt(IReadOnlyList<PdfLine> page, int at)
    {
        if (at > 0 && !page[at].IsRuledOff)
            return 0;
        var next = Enumerable.Range(at + 1, Math.Clamp(page.Count - at - 1, 0, RuledLinesMax)).FirstOrDefault(i => page[i].IsRuledOff);
        return next > at ? next - at : 0;
    }

    private static int HeaderAt(IReadOnlyList<PdfLine> page, int at) =>
        RuledAt(page, at) is var ruled and > 0 && IsHead([.. page.Skip(at).Take(ruled)]) ? ruled : PrintedHeadAt(page, at);

    private static bool IsHead(List<PdfLine> lines) => PdfRow.ColumnsOf(lines) is { Count: >= ColumnsMin } columns
        && TaskTable.IsIn([PlanLine.Row(1, PdfRow.Of(lines, columns, true).Cells, true)]);

    // Without rules around it a head may be printed on up to three lines; a rule ends it.
    private static int PrintedHeadAt(IReadOnlyList<PdfLine> page, int at)
    {
        if (page[at].Pieces.Count < 2)
            return 0;
        for (var count = 1; count <= HeaderLinesMax && at + count <= page.Count; count++)
        {
            var lines = page.Skip(at).Take(count).ToList();
            if (lines.Skip(1).Any(line => line.IsRuledOff))
                return 0;
            if (!IsHead(lines))
                continue;
            while (page.Skip(at + 1).Any(line => line.IsRuledOff) && at + count < page.Count && count < HeaderLinesMax && !page[at + count].IsRuledOff)
                count++;
            return count;
        }

        return 0;
    }

    // It ends before a line whose words run over two columns, unless cells follow again: that is a caption in it.
    private static int EndOf(IReadOnlyList<PdfLine> page, int start, List<PdfPiece> columns)
    {
        var end = start;
        for (var i = start; i < page.Count; i++)
        {
            if (Fits(page[i], columns) && !Chapter().IsMatch(page[i].Text))
                end = i + 1;
            else if (i + 1 >= page.Count || !(Fits(page[i + 1], columns) && page[i + 1].Pieces.Count > 2))
                break;
        }

        return end;
    }

    private static bool Fits(PdfLine line, List<PdfPiece> columns) =>
        line.Pieces.All(piece => columns.Count(column => column.Overlaps(piece)) < 2)
        && (line.Pieces.Count > 1 || columns.Exists(column => column.Overlaps(line.Pieces[0])) || line.Left > columns[0].Right)
        && line.Left >= columns[0].Left - (2 * line.Size) && line.Right <= columns[^1].Right + (8 * line.Size);

    private static IEnumerable<PdfRow> RowsOf(List<PdfLine> lines, int header, List<PdfPiece> columns, bool isFirst)
    {
        var ruled = lines.Skip(1).Any(line => line.IsRuledOff);
        var leading = lines.Zip(lines.Skip(1), (a, b) => a.Base - b.Base).Where(gap => gap > 0.9 * lines[0].Size).DefaultIfEmpty(double.MaxValue).Min();
        var row = new List<PdfLine>();
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i > 0 && (i == lines.Count || i == header || (i > header && Breaks(lines, i, row))))
            {
                yield return PdfRow.Of(row, columns, isFirst);
                isFirst = false;
                row.Clear();
            }

            if (i < lines.Count)
                row.Add(lines[i]);
        }

        bool Breaks(List<PdfLine> all, int i, List<PdfLine> open) => ruled ? all[i].IsRuledOff
            : all[i - 1].Base - all[i].Base > RowGap * leading
            || (Begins(all[i]) && open.Exists(Begins));

        bool Begins(PdfLine line) => line.Pieces.Count > 1 && columns[0].Overlaps(line.Pieces[0])
            && (Number().IsMatch(line.Pieces[0].Text) || !lines.Exists(other => Number().IsMatch(other.Pieces[0].Text)));
    }

    [GeneratedRegex(@"^\d{1,3}[.、．]?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节]|附[件表])")]
    private static partial Regex Chapter();
}
