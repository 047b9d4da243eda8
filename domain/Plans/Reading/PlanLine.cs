using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>One line of the file that carries words, freed of the marks of its text format.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="AfterBlank">Whether an empty line, or a page number, stands before it.</param>
/// <param name="BoldStart">Where its first bold run begins in <paramref name="Text"/>; -1 without one.</param>
/// <param name="MarkDepth">
/// How deep a heading the text format calls it, from 1; 0 for none. It tells that it is one, hardly of which level:
/// converters guess that.
/// </param>
public sealed partial record PlanLine(
    int Number, string Text, bool AfterBlank, int BoldStart, int BoldEnd, int MarkDepth)
{
    public const string Bold = "**";

    public bool IsMarkedHeading => MarkDepth > 0;

    /// <summary>Whether it is an entry of a list without numbers.</summary>
    public bool IsBullet { get; init; }

    public bool IsTable => Text.StartsWith('|');

    /// <summary>The cells of a row of a table; null for a line of text.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>Over the words, where a row of a table was written out; null for a line of text.</summary>
    internal ColumnHead? Column { get; init; }

    /// <summary>What a row of a table of indicators says in its cells; its words are the row.</summary>
    internal PlanTarget? Target { get; init; }

    /// <summary>What the line is, where a table says it and not a number before the words.</summary>
    internal PlanHeading? Heading { get; init; }

    /// <summary>A line from a format whose text carries no marks; null where no words are left of it.</summary>
    public static PlanLine? Plain(int number, string text, bool afterBlank, int markDepth = 0)
    {
        var clean = Invisible().Replace(text, "").Trim();
        var bullet = Bullet().Match(clean);
        return clean.Length == bullet.Length || Ornament().IsMatch(clean)
            ? null
            : new PlanLine(number, clean[bullet.Length..], afterBlank, -1, -1, markDepth) { IsBullet = bullet.Success };
    }

    /// <summary>A row of a table.</summary>
    /// <param name="isFirst">Whether a table begins with it: two tables may follow each other.</param>
    public static PlanLine Row(int number, IReadOnlyList<string> cells, bool isFirst) =>
        new(number, $"| {string.Join(" | ", cells)} |".ReplaceLineEndings(" "), isFirst, -1, -1, 0) { Cells = cells };

    /// <summary>The lines that carry words, in order.</summary>
    public static IReadOnlyList<PlanLine> Of(IReadOnlyList<string> lines)
    {
        var result = new List<PlanLine>(lines.Count);
        var afterBlank = true;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Invisible().Replace(Tag().Replace(lines[i], ""), "").Trim();
            var line = Read(i + 1, text, afterBlank);
            afterBlank = line.Text.Length == 0 || Ornament().IsMatch(text);
            if (!afterBlank)
                result.Add(line);
        }

        return result;
    }

    private static PlanLine Read(int number, string text, bool afterBlank)
    {
        var opening = Opening().Match(text);
        var marked = Escape().Replace(Emphasis().Replace(text[opening.Length..], "$1"), "$1");
        var start = marked.IndexOf(Bold, StringComparison.Ordinal);
        var end = start < 0 ? -1 : marked.IndexOf(Bold, start + Bold.Length, StringComparison.Ordinal) - Bold.Length;
        var plain = marked.Replace(Bold, "", StringComparison.Ordinal);
        var bold = end > start;
        var line = new PlanLine(number, plain.Trim(), afterBlank, bold ? start : -1, bold ? end : -1, opening.Value.TakeWhile(c => c == '#').Count())
        {
            IsBullet = opening.Value is ['-' or '*' or '+' or '•' or '●', ..],
        };
        return line.IsTable ? line with { Cells = CellsOf(line.Text) } : line;
    }

    private static string[] CellsOf(string row) => [.. row[1..].TrimEnd('|').Split('|', StringSplitOptions.TrimEntries)];

    // Only tags that carry looks: "a<b 且 c>d" and anything unknown stays as it is, and a web page escapes it.
    [GeneratedRegex(
        "</?(?:sub|sup|b|i|u|s|em|strong|span|font|p|br|div|center|small|mark)"
        + "(?:\\s+[a-z-]+\\s*=[^<>]{0,200})?\\s*/?>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("[\u200B\u200C\u200D\u2060\uFEFF]")]
    private static partial Regex Invisible();

    // A rule, or a page number such as "— 12 —" which a converter left inside the text.
    [GeneratedRegex(@"^(?:[-*_=]{3,}|[-—–－]+\s*\d{1,4}\s*[-—–－]+)$")]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^(?:#{1,6}(?:\s+|$)|>\s*|[-*+](?:\s+|$)|[•●]\s*)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[•●]\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<![\w*\\])[*_](?![\s*_])([^*_]{1,400}?)(?<![\s\\])[*_](?![\w*])")]
    private static partial Regex Emphasis();

    // Converters write 1\. and \* so that a Markdown reader leaves them alone.
    [GeneratedRegex(@"\\([.\-*#()\[\]_~>+])")]
    private static partial Regex Escape();
}
