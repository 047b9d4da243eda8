using System.Text.RegularExpressions;

namespace Supervision.Api.Documents.Pdf;

/// <summary>Finds what is printed on every page and is not the text: running heads, feet, page numbers.</summary>
internal static partial class RunningHeads
{
    private const int EdgeLines = 2;

    /// <summary>Heads of left and right pages differ: each stands on nearly half of them.</summary>
    private static readonly double ShareMin = 0.4;

    private static readonly double SamePlace = 0.02;

    public static IReadOnlyList<IReadOnlyList<PdfLine>> Without(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var least = Math.Max(2, (int)Math.Ceiling(pages.Count * ShareMin));
        var repeated = pages.SelectMany(page => Edges(page).Select(KeyOf)).CountBy(key => key)
            .Where(counted => counted.Value >= least).Select(counted => counted.Key).ToHashSet();
        return [.. pages.Select(page =>
        {
            var edges = Edges(page).Where(line => PageNumber().IsMatch(line.Text) || repeated.Contains(KeyOf(line))).ToHashSet();
            return page.Where(line => !edges.Contains(line)).ToList();
        })];
    }

    // The head of a table stands on every page too; a rule is above it.
    private static IEnumerable<PdfLine> Edges(IReadOnlyList<PdfLine> page) =>
        page.Take(EdgeLines).TakeWhile(line => !line.IsRuledOff).Concat(page.Skip(Math.Max(EdgeLines, page.Count - EdgeLines)));

    // Digits differ from page to page, the words and the height do not.
    private static (string Text, int Place) KeyOf(PdfLine line) => (Digits().Replace(line.Text, "#"), (int)Math.Round(line.Place / SamePlace));

    [GeneratedRegex(@"^(?:[-—–－·•\s]*\d{1,4}[-—–－·•\s]*|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
