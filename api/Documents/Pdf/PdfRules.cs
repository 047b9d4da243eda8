using UglyToad.PdfPig.Content;

namespace Supervision.Api.Documents.Pdf;

/// <summary>Horizontal rules across a page, as the borders of a table's rows are.</summary>
internal static class PdfRules
{
    private const int PathsMax = 100_000;

    private const double ThicknessMax = 2;

    /// <summary>Of the width of the page: borders are drawn cell by cell, so pieces at one height count together.</summary>
    private static readonly double ShareMin = 0.3;

    /// <summary>How far up the page each stands, in points.</summary>
    public static List<double> Of(Page page) =>
    [
        .. page.Paths.Take(PathsMax).SelectMany(path => path).Select(piece => piece.GetBoundingRectangle())
            .Where(box => box is not null).SelectMany(box => Edges(box!.Value.Left, box.Value.Right, box.Value.Bottom, box.Value.Top))
            .GroupBy(edge => Math.Round(edge.Y)).Where(edges => edges.Sum(edge => edge.Width) >= ShareMin * page.Width)
            .Select(edges => edges.First().Y),
    ];

    // A border is a thin box, or the outline of a cell.
    private static IEnumerable<(double Y, double Width)> Edges(double left, double right, double bottom, double top)
    {
        yield return (bottom, right - left);
        if (top - bottom > ThicknessMax)
            yield return (top, right - left);
    }
}
