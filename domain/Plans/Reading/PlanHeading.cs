namespace Supervision.Plans;

/// <summary>A line read as a heading, and the text that runs on after it in the same paragraph.</summary>
internal sealed record PlanHeading(PlanLevel Level, Numbering? Number, string Title, string Body)
{
    private static readonly char[] Closing = ['。', '：', ':'];

    /// <summary>A heading with a number, or null.</summary>
    public static PlanHeading? Numbered(PlanLine line) =>
        Numbering.Of(line.Text) is { } number ? Split(line, number.TitleStart, number.Level, number) : null;

    /// <summary>A heading without a number: after a dash, in bold with a closing mark, or marked as such; or null.</summary>
    public static PlanHeading? Unnumbered(PlanLine line)
    {
        var dash = line.Text.Length - line.Text.TrimStart('—').Length;
        if (dash > 0)
            return Split(line, dash, PlanLevel.Unnumbered, null);

        var opensBold = line.BoldStart == 0
            && (line.BoldEnd >= line.Text.Length || Closing.Contains(line.Text[line.BoldEnd - 1]));
        return opensBold || line.IsMarkedHeading ? Split(line, 0, PlanLevel.Unnumbered, null) : null;
    }

    // A run-in heading ends at its first full stop, or with its bold run where that ends in a closing mark.
    private static PlanHeading Split(PlanLine line, int titleStart, PlanLevel level, Numbering? number)
    {
        var text = line.Text;
        var stop = text.IndexOf('。', titleStart);
        var end = stop < 0 ? text.Length : stop + 1;
        if (line.BoldStart >= 0 && line.BoldStart <= titleStart + 1 && line.BoldEnd > titleStart && line.BoldEnd < end
            && Closing.Contains(text[line.BoldEnd - 1]))
        {
            end = line.BoldEnd;
        }

        return new PlanHeading(level, number, text[titleStart..end].Trim().TrimEnd(Closing), text[end..].Trim());
    }
}
