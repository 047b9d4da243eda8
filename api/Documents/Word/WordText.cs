using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MathText = DocumentFormat.OpenXml.Math.Text;

namespace Supervision.Api.Documents.Word;

/// <summary>The words of paragraphs: runs joined, deleted changes left out, inserted ones kept, hidden text left out.</summary>
internal sealed class WordText(WordStyles styles, WordNumbering numbering)
{
    /// <param name="cut">The first half, where a tracked change has joined two paragraphs.</param>
    public WordParagraph Read(Paragraph paragraph, WordParagraph? cut = null)
    {
        var style = styles.Of(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var pieces = new List<(string Text, bool Bold)>();
        if (cut is not null)
            pieces.AddRange(cut.Lines.Select(line => (line.Text, false)));
        Collect(paragraph, style.IsBold, pieces);

        var marks = paragraph.ParagraphProperties?.ParagraphMarkRunProperties;
        var goesOn = marks?.GetFirstChild<Deleted>() is not null || marks?.GetFirstChild<MoveFrom>() is not null;
        var number = goesOn ? "" : numbering.Next(paragraph.ParagraphProperties, style);
        var lines = Split(pieces)
            .Select((line, i) => WordLine.Of(i == 0 && line.Any(piece => piece.Text.Trim().Length > 0) ? number : "", line));
        return new WordParagraph([.. lines], DepthOf(paragraph) ?? style.Depth, style.IsOfContents, goesOn);
    }

    /// <summary>The text of everything inside, one line a paragraph.</summary>
    public string Of(OpenXmlElement container) => string.Join('\n', container.Descendants<Paragraph>()
        .Where(paragraph => !paragraph.Ancestors<AlternateContentFallback>().Any())
        .Select(paragraph => string.Join('\n', Read(paragraph).Lines.Select(line => line.Text)))
        .Where(text => text.Length > 0));

    /// <summary>Text boxes that hang on a paragraph. Word writes each twice, for itself and for older programs.</summary>
    public static IEnumerable<TextBoxContent> BoxesOf(OpenXmlElement holder) => holder.Descendants<TextBoxContent>()
        .Where(box => !box.Ancestors<AlternateContentFallback>().Any() && !box.Ancestors<TextBoxContent>().Any());

    private static int? DepthOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is >= 0 and < 9 and var level ? level + 1 : null;

    private static void Collect(OpenXmlElement holder, bool bold, List<(string Text, bool Bold)> pieces)
    {
        foreach (var child in holder.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun or AlternateContentFallback or TextBoxContent or RubyContent or ParagraphProperties:
                    break;
                case Run { RunProperties.Vanish: { } hidden } when hidden.Val?.Value is not false:
                    break;
                case Run run:
                    Collect(run, run.RunProperties?.Bold is { } own ? own.Val?.Value is not false : bold, pieces);
                    break;
                default:
                    if (TextOf(child) is { } text)
                        pieces.Add((text, bold));
                    else if (child.HasChildren)
                        Collect(child, bold, pieces);
                    break;
            }
        }
    }

    private static string? TextOf(OpenXmlElement element) => element switch
    {
        Text text => text.Text,
        MathText text => text.Text,
        TabChar => " ",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        _ => null,
    };

    private static IEnumerable<List<(string Text, bool Bold)>> Split(List<(string Text, bool Bold)> pieces)
    {
        var line = new List<(string Text, bool Bold)>();
        foreach (var piece in pieces)
        {
            if (piece.Text != "\n")
            {
                line.Add((piece.Text.ReplaceLineEndings(" "), piece.Bold));
                continue;
            }

            yield return line;
            line = [];
        }

        yield return line;
    }
}
