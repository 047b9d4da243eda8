using Line = Supervision.Tests.Plans.Documents.PdfFile.Line;

namespace Supervision.Tests.Plans.Documents;

/// <summary>Prints rows as the table of a page: cells wrapped in their columns, without rules. Lengths are in points.</summary>
internal static class PdfTable
{
    private const double Size = 9;

    private const double Leading = 13;

    private const double Margin = 5;

    /// <param name="pad">What stands between two rows beyond the leading.</param>
    public static IEnumerable<Line> Of(IReadOnlyList<string[]> rows, double left, double top, double right, double pad)
    {
        var columns = rows.Max(row => row.Length);
        var longest = Enumerable.Range(0, columns).Select(i => Math.Clamp(rows.Max(row => Cell(row, i).Length), 4, 20)).ToList();
        var width = longest.Select(length => (right - left) * length / longest.Sum()).ToList();
        foreach (var row in rows)
        {
            var x = left;
            var lines = 1;
            for (var i = 0; i < columns; i++)
            {
                var wrapped = Cell(row, i).Chunk(Math.Max(1, (int)((width[i] - (2 * Margin)) / Size))).Select(part => new string(part)).ToList();
                lines = Math.Max(lines, wrapped.Count);
                for (var at = 0; at < wrapped.Count; at++)
                    yield return new Line(x + Margin, top - (at * Leading), wrapped[at], Size);
                x += width[i];
            }

            top -= (lines * Leading) + pad;
        }
    }

    private static string Cell(string[] row, int i) => i < row.Length ? row[i] : "";
}
