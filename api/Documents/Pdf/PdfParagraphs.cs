using System.Text;
using System.Text.RegularExpressions;

namespace Supervision.Api.Documents.Pdf;

/// <summary>A paragraph put together from printed lines.</summary>
/// <param name="Number">Of its first line.</param>
/// <param name="AfterGap">Whether more than the usual space stands above it.</param>
internal sealed record PdfParagraph(int Number, string Text, bool AfterGap);

/// <summary>Puts wrapped lines together: a line that reaches the right edge goes on in the next, unless that is indented.</summary>
internal static partial class PdfParagraphs
{
    /// <summary>In sizes of letters: Chinese paragraphs are indented by two, a wrapped line ends within two of the edge.</summary>
    private static readonly double IndentMin = 1;

    private static readonly double EdgeSlack = 2.2;

    /// <summary>A Latin line ends where the next word does not fit.</summary>
    private static readonly double EdgeSlackLatin = 6;

    private static readonly double GapMin = 1.35;

    public static IEnumerable<PdfParagraph> Of(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var all = pages.SelectMany(page => page).ToList();
        if (all.Count == 0)
            yield break;

        var right = Quantile(all.Select(line => line.Right), 0.9);
        var left = Quantile(all.Select(line => line.Left), 0.1);
        var leading = Quantile(pages.SelectMany(page => page.Zip(page.Skip(1), (a, b) => a.Base - b.Base)), 0.5);
        var text = new StringBuilder(all[0].Text);
        var (first, gap) = (all[0], true);
        for (var i = 1; i < all.Count; i++)
        {
            var (before, line) = (all[i - 1], all[i]);
            var isFar = before.Base - line.Base > leading * GapMin;
            if (!isFar && GoesOn(before, line, left, right))
            {
                text.Append(Between(text[^1], line.Text[0])).Append(line.Text);
                continue;
            }

            yield return new PdfParagraph(first.Number, text.ToString(), gap);
            (first, gap) = (line, isFar);
            text.Clear().Append(line.Text);
        }

        yield return new PdfParagraph(first.Number, text.ToString(), gap);
    }

    private static bool GoesOn(PdfLine before, PdfLine line, double left, double right)
    {
        var slack = char.IsAscii(before.Text[^1]) ? EdgeSlackLatin : EdgeSlack;
        return before.Right >= right - (slack * before.Size)
            && line.Left <= left + (IndentMin * line.Size)
            && Math.Abs(before.Size - line.Size) < 0.2 * before.Size
            && !Numbered().IsMatch(line.Text);
    }

    private static string Between(char before, char after) => char.IsAscii(before) && char.IsAscii(after) && before != '-' ? " " : "";

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)(share * (sorted.Count - 1))];
    }

    // 第三季度 and 2.5万 begin no paragraph.
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十百]{1,4}[章节条])")]
    private static partial Regex Numbered();
}
