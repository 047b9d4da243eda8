using System.Globalization;
using System.Text;

namespace Supervision.Tests.Plans.Documents;

/// <summary>
/// Prints rows as a ruled table, as Word does: the lines of a cell (set apart by \n) stand in the middle of its row and
/// fill it from rule to rule. Lengths are in points.
/// </summary>
internal static class PdfGrid
{
    private const double Size = 9;

    private const double Leading = 12;

    /// <returns>The content of a page.</returns>
    public static byte[] Page(double left, double top, double[] widths, params string[][] rows)
    {
        var content = new StringBuilder();
        foreach (var row in rows)
        {
            var height = (row.Max(cell => cell.Split('\n').Length) * Leading) + 4;
            var x = left;
            for (var i = 0; i < row.Length; x += widths[i++])
            {
                content.Append(CultureInfo.InvariantCulture, $"{x} {top - height} {widths[i]} {height} re S\n");
                var lines = row[i].Split('\n');
                var first = top - ((height - (lines.Length * Leading)) / 2) - Size;
                content.AppendJoin("", lines.Select((text, at) => PdfFile.Show(new PdfFile.Line(x + 1, first - (at * Leading), text, Size))));
            }

            top -= height;
        }

        return Encoding.ASCII.GetBytes(content.ToString());
    }
}
