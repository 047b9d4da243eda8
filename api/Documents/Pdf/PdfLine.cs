using System.Text;
using UglyToad.PdfPig.Content;

namespace Supervision.Api.Documents.Pdf;

/// <summary>A printed line.</summary>
/// <param name="Number">Counted through the whole document, from 1.</param>
/// <param name="Place">How far down the page, from 0 to 1.</param>
/// <param name="Size">The height of its letters, in points, as are all lengths.</param>
internal sealed record PdfLine(int Number, string Text, double Left, double Right, double Base, double Size, double Place)
{
    /// <summary>Its words where gaps set them apart, as the cells of a table are.</summary>
    public IReadOnlyList<PdfPiece> Pieces { get; init; } = [];

    /// <summary>Whether a rule across the page stands between it and the line above, or the edge of the page.</summary>
    public bool IsRuledOff { get; init; }

    /// <summary>Letters are of one line when their base lines differ by less than this share of their size.</summary>
    private static readonly double SameLine = 0.4;

    /// <summary>A gap of this share of the size is a blank between Latin words, and a wide one between anything.</summary>
    private static readonly double WordGap = 0.18;

    private static readonly double WideGap = 1.2;

    /// <summary>Two cells stand as far apart as their margins; words of one text stand nearer.</summary>
    private static readonly double CellGap = 0.55;

    /// <summary>In points: where a rule stands is rounded, and a letter may touch it.</summary>
    private static readonly double RuleSlack = 1;

    public static IReadOnlyList<PdfLine> Of(Page page, int before)
    {
        var rows = new List<List<Letter>>();
        foreach (var letter in page.Letters.Where(letter => letter.TextOrientation is TextOrientation.Horizontal or TextOrientation.Other)
            .OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (rows.Count > 0 && rows[^1][0].StartBaseLine.Y - letter.StartBaseLine.Y < SameLine * Math.Max(SizeOf(letter), SizeOf(rows[^1][0])))
                rows[^1].Add(letter);
            else
                rows.Add([letter]);
        }

        var rules = PdfRules.Of(page);
        var lines = rows.Select(row => row.OrderBy(letter => letter.StartBaseLine.X).ToList())
            .Where(row => row.Exists(letter => !string.IsNullOrWhiteSpace(letter.Value)))
            .Select((row, i) => Of(row, before + i + 1, page.Height, rules)).ToList();
        return
        [
            .. lines.Select((line, i) => line with { IsRuledOff = rules.Across.Any(y => y > line.Base && (i == 0 || y < lines[i - 1].Base)) }),
        ];
    }

    private static IEnumerable<PdfPiece> PiecesOf(List<Letter> words, PdfRules rules)
    {
        for (var (first, i) = (0, 1); i <= words.Count; i++)
        {
            if (i < words.Count && !AreApart(words[i - 1], words[i], rules))
                continue;
            yield return new PdfPiece(TextOf(words[first..i]), words[first].StartBaseLine.X, words[i - 1].EndBaseLine.X);
            first = i;
        }
    }

    private static bool AreApart(Letter before, Letter after, PdfRules rules)
    {
        var (left, right) = (before.EndBaseLine.X, after.StartBaseLine.X);
        return right - left > CellGap * SizeOf(after) || rules.Part(left - RuleSlack, right + RuleSlack, after.StartBaseLine.Y + (SizeOf(after) / 2));
    }

    private static string TextOf(List<Letter> row)
    {
        var text = new StringBuilder();
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0 && IsGap(row[i - 1], row[i]))
                text.Append(' ');
            text.Append(Radicals.Replaced(row[i].Value));
        }

        return text.ToString().Trim();
    }

    private static PdfLine Of(List<Letter> row, int number, double height, PdfRules rules)
    {
        var words = row.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        var size = words.Select(SizeOf).Order().ElementAt(words.Count / 2);
        var at = words[0].StartBaseLine.Y;
        return new PdfLine(
            number, TextOf(row), words[0].StartBaseLine.X, words[^1].EndBaseLine.X, at, size, height > 0 ? 1 - (at / height) : 0)
        { Pieces = [.. PiecesOf(words, rules)] };
    }

    private static bool IsGap(Letter before, Letter after)
    {
        var gap = (after.StartBaseLine.X - before.EndBaseLine.X) / Math.Max(SizeOf(after), 1);
        return gap > WideGap || (gap > WordGap && IsLatin(before) && IsLatin(after));
    }

    private static bool IsLatin(Letter letter) => letter.Value is [var c, ..] && char.IsAscii(c);

    private static double SizeOf(Letter letter) => letter.PointSize > 0 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);
}
