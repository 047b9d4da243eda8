namespace Supervision.Api.Documents.Word;

/// <summary>A paragraph as a reader sees it, with its number before it.</summary>
/// <param name="Lines">At least one; more where soft breaks stand in it.</param>
/// <param name="Depth">As a heading, from 1; 0 for text.</param>
/// <param name="GoesOn">Whether its end was deleted in a tracked change: the next paragraph is its second half.</param>
internal sealed record WordParagraph(IReadOnlyList<WordLine> Lines, int Depth, bool IsOfContents, bool GoesOn);

/// <summary>A line of a paragraph, without blanks around it.</summary>
internal sealed record WordLine(string Text, int BoldStart, int BoldEnd)
{
    public bool IsBold => BoldEnd > BoldStart;

    /// <summary>Puts the pieces of a line together; its first bold stretch is kept, split runs are one.</summary>
    public static WordLine Of(string number, IReadOnlyList<(string Text, bool Bold)> pieces)
    {
        var text = string.Concat(pieces.Select(piece => piece.Text));
        var lead = text.Length - text.TrimStart().Length;
        var (start, end, at) = (-1, -1, 0);
        foreach (var (piece, bold) in pieces)
        {
            at += piece.Length;
            if (bold && (start < 0 || end == at - piece.Length))
                (start, end) = (start < 0 ? at - piece.Length : start, at);
        }

        var whole = number + text.Trim();
        var shift = number.Length - lead;
        return new WordLine(whole, Clip(start < 0 ? 0 : start + shift), Clip(start < 0 ? 0 : end + shift));

        int Clip(int index) => Math.Clamp(index, 0, whole.Length);
    }
}
