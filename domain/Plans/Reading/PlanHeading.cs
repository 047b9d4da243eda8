namespace Supervision.Plans;

/// <summary>A line read as a heading, and the text that runs on after it in the same paragraph.</summary>
internal sealed record PlanHeading(PlanLevel Level, Numbering? Number, string Title, string Body)
{
    private static readonly char[] Closing = ['。', '：', ':'];

    /// <summary>A heading with a number, or null.</summary>
    public static PlanHeading? Numbered(PlanLine line, NumberingScheme scheme) =>
        scheme.NumberOf(line.Text) is { } number ? Split(line, number.TitleStart, number.Level, number) : null;

    /// <summary>A heading without a number: after a dash, in bold with a closing mark, or marked as such; or null.</summary>
    public static PlanHeading? Unnumbered(PlanLine line)
    {
        var dash = line.Text.Length - line.Text.TrimStart('—').Length;
        if (dash > 0)
            return Split(line, dash, PlanLevel.Unnumbered, null);

        if (line.IsBullet && !FieldLabel.Opens(line.Text))
            return Split(line, 0, PlanLevel.Unnumbered, null);
        return OpensBold(line) || line.IsMarkedHeading ? Split(line, 0, PlanLevel.Unnumbered, null) : null;
    }

    /// <summary>Whether it is bold, or begins with bold words that a closing mark ends.</summary>
    public static bool OpensBold(PlanLine line) => line.BoldStart == 0 && line.BoldEnd > 0
        && (line.BoldEnd >= line.Text.Length || Closing.Contains(line.Text[line.BoldEnd - 1]));

    /// <summary>A line that is known to be one, with its number.</summary>
    public static PlanHeading Of(PlanLine line, PlanLevel level, Numbering? number) => Split(line, 0, level, number);

    // A run-in heading ends at its first full stop, or with its bold run where that ends in a closing mark.
    private static PlanHeading Split(PlanLine line, int titleStart, PlanLevel level, Numbering? number)
    {
        var text = line.Text;
        var stop = text.IndexOf('。', titleStart) is >= 0 and var full ? full : EnglishStop(text, titleStart);
        var end = stop < 0 ? text.Length : stop + 1;
        if (line.BoldStart >= 0 && line.BoldStart <= titleStart + 1 && line.BoldEnd > titleStart && line.BoldEnd < end
            && Closing.Contains(text[line.BoldEnd - 1]))
        {
            end = line.BoldEnd;
        }

        if (text.IndexOfAny(['：', ':'], titleStart, end - titleStart) is >= 0 and var colon && AgencyList.IsAgency(text[titleStart..colon].Trim()))
            end = colon + 1;
        end = Math.Min(end, OwnersInTitle(text[..end], titleStart));
        return new PlanHeading(level, number, text[titleStart..end].Trim().TrimEnd(Closing).TrimEnd('.'), text[end..].Trim());
    }

    // "Plant trees. Plant 500." has its heading as Chinese has it; "1.5" and "e.g." are no stops of a heading.
    private static int EnglishStop(string text, int titleStart) =>
        text.IndexOf(". ", titleStart, StringComparison.Ordinal) is > 4 and var stop && char.IsAsciiLetter(text[stop - 1]) && text[titleStart..stop].Trim().Length > 6
            ? stop : -1;

    // 推进植树（市林业局牵头） and 推进植树 责任单位：市林业局 name who does it, which is no part of the title.
    private static int OwnersInTitle(string text, int titleStart)
    {
        var words = text.TrimEnd('。');
        if (FieldLabel.TrailingBracket(words) is { } bracket && bracket.Start > titleStart && OwnerReader.IsOwners(bracket.Words))
            return bracket.Start;
        return FieldLabel.In(words).FirstOrDefault(label => label.Start > titleStart) is not { } label ? text.Length
            : "（(【[〔".Contains(text[label.Start - 1], StringComparison.Ordinal) ? label.Start - 1 : label.Start;
    }
}
