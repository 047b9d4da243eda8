using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Supervision.Api.Documents.Pdf;

/// <summary>The rules of a page, as the borders of a table are. Lengths are in points.</summary>
/// <param name="Across">How far up the page each horizontal rule stands.</param>
/// <param name="Upright">The vertical ones.</param>
internal sealed record PdfRules(IReadOnlyList<double> Across, IReadOnlyList<PdfRules.Rule> Upright)
{
    private const int PathsMax = 100_000;

    /// <summary>A page with more upright strokes than this is a drawing.</summary>
    private const int UprightMax = 5_000;

    private const double ThicknessMax = 2;

    /// <summary>Of the width of the page: borders are drawn cell by cell, so pieces at one height count together.</summary>
    private static readonly double ShareMin = 0.3;

    /// <summary>A vertical stroke is a border when it is at least as high as a line of text.</summary>
    private static readonly double HeightMin = 8;

    public static PdfRules Of(Page page)
    {
        var boxes = page.Paths.Take(PathsMax).SelectMany(path => path).Select(piece => piece.GetBoundingRectangle())
            .OfType<PdfRectangle>().ToList();
        var upright = boxes.Where(box => box.Top - box.Bottom >= HeightMin).SelectMany(VerticalEdges).Distinct().ToList();
        return new PdfRules(
            [
                .. boxes.SelectMany(HorizontalEdges)
                    .GroupBy(edge => Math.Round(edge.Y)).Where(edges => edges.Sum(edge => edge.Width) >= ShareMin * page.Width)
                    .Select(edges => edges.First().Y),
            ],
            upright.Count <= UprightMax ? upright : []);
    }

    /// <summary>Whether a vertical rule stands between two letters of a line.</summary>
    public bool Part(double left, double right, double at) =>
        Upright.Any(rule => rule.X >= left && rule.X <= right && rule.Bottom <= at && at <= rule.Top);

    // A border is a thin box, or the outline of a cell.
    private static IEnumerable<(double Y, double Width)> HorizontalEdges(PdfRectangle box)
    {
        yield return (box.Bottom, box.Right - box.Left);
        if (box.Top - box.Bottom > ThicknessMax)
            yield return (box.Top, box.Right - box.Left);
    }

    private static IEnumerable<Rule> VerticalEdges(PdfRectangle box)
    {
        yield return new Rule(Math.Round(box.Left), box.Bottom, box.Top);
        if (box.Right - box.Left > ThicknessMax)
            yield return new Rule(Math.Round(box.Right), box.Bottom, box.Top);
    }

    internal readonly record struct Rule(double X, double Bottom, double Top);
}
