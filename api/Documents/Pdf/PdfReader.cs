using Supervision.Api.Problems;
using Supervision.Plans;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Supervision.Api.Documents.Pdf;

/// <summary>
/// Reads the text layer of a pdf: lines from the positions of letters, without running heads and page numbers, wrapped
/// lines put together again. A pdf does not say what a cell is: tables of tasks are found by their heads.
/// </summary>
internal static class PdfReader
{
    private const int PagesMax = 1_000;

    private const int LettersMax = 3_000_000;

    /// <summary>A page with fewer letters on average is a picture with a stamp.</summary>
    private const int LettersOfPageMin = 10;

    private static readonly double ReadableShareMin = 0.7;

    public static PlanDocument Read(byte[] content, string name)
    {
        var pages = Pages(content, name);
        var letters = pages.Sum(page => page.Sum(line => line.Text.Length));
        var readable = pages.Sum(page => page.Sum(line => line.Text.Count(IsReadable)));
        if (letters < LettersOfPageMin * pages.Count || readable < letters * ReadableShareMin)
            throw new RefusedException(PlanReadingRefusals.NoTextLayer.With([name]));

        var lines = new DocumentLines();
        var (rows, text) = PdfTables.Of(RunningHeads.Without(pages));
        var paragraphs = PdfParagraphs.Of(text).Select(paragraph => (paragraph.Number, Line: PlanLine.Plain(paragraph.Number, paragraph.Text, paragraph.AfterGap)));
        foreach (var (_, line) in paragraphs.Concat(rows.Select(row => (row.Number, Line: (PlanLine?)PlanLine.Row(row.Number, row.Cells, row.IsFirst)))).OrderBy(line => line.Number))
            lines.Add(line);
        return new PlanDocument(PlanFormat.Pdf, null, lines.All);
    }

    private static List<IReadOnlyList<PdfLine>> Pages(byte[] content, string name)
    {
        var filters = new BoundedFilters();
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { FilterProvider = filters });
            if (document.NumberOfPages > PagesMax)
                throw new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name]));

            var pages = new List<IReadOnlyList<PdfLine>>();
            var (letters, number) = (0, 0);
            foreach (var page in document.GetPages())
            {
                if ((letters += page.Letters.Count) > LettersMax)
                    throw new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name]));
                var lines = PdfLine.Of(page, number);
                number += lines.Count;
                pages.Add(lines);
            }

            return filters.IsExceeded ? throw new RefusedException(PlanReadingRefusals.ExpandsTooFar.With([name])) : pages;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException(PlanReadingRefusals.PasswordProtected.With([name]));
        }
        catch (Exception broken) when (broken is not (RefusedException or OutOfMemoryException))
        {
            // The library answers broken files with exceptions of every kind.
            throw new RefusedException((filters.IsExceeded ? PlanReadingRefusals.ExpandsTooFar : PlanReadingRefusals.Damaged).With([name]));
        }
    }

    // A font without a map to characters gives private or replacement signs.
    private static bool IsReadable(char c) => c is not ('\uFFFD' or '\0') && c is < '\uE000' or > '\uF8FF';
}
