using System.Text.RegularExpressions;

namespace Supervision.Plans;

/// <summary>
/// An annex (附件、附表) after the body of a plan is a part of its own: what it says is not of the last task before it.
/// </summary>
internal static partial class Annexes
{
    /// <summary>What its key begins with.</summary>
    public const string Mark = "附";

    private const int TitleLengthMax = 60;

    /// <summary>The lines, each annex with its heading; the list of annexes at the foot of the body is no heading of tasks.</summary>
    public static IReadOnlyList<PlanLine> Find(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        var body = lines.ToList().FindIndex(line => line.Heading is not null || (line.Cells is null && scheme.NumberOf(line.Text) is not null));
        if (body < 0 || !lines.Skip(body).Any(line => IsAnnex(line)))
            return lines;

        var result = lines.Take(body).ToList();
        for (var i = body; i < lines.Count; i++)
        {
            if (!IsAnnex(lines[i]))
            {
                result.Add(lines[i]);
                continue;
            }

            var key = Opening().Match(lines[i].Text).Value;
            var title = lines[i].Text[key.Length..];
            var named = title.Length > 0 || i + 1 == lines.Count || !CanBeTitle(lines[i + 1], scheme) ? 0 : 1;
            result.Add(As(lines[i], key, named == 0 ? title : lines[i + 1].Text));
            i += named;
            while (ListItem().IsMatch(title) && i + 1 < lines.Count && ListItem().IsMatch(lines[i + 1].Text) && !Sentence.IsFinished(lines[i + 1].Text))
                result.Add(lines[++i] with { Column = new ColumnHead(Field.Other, "") });
        }

        return result;
    }

    private static bool IsAnnex(PlanLine line) =>
        line.Cells is null && line.Column is null && line.Text.Length <= TitleLengthMax && Opening().IsMatch(line.Text) && !Sentence.IsFinished(line.Text);

    private static bool CanBeTitle(PlanLine line, NumberingScheme scheme) =>
        line.Cells is null && line.Text.Length <= TitleLengthMax && !Sentence.IsFinished(line.Text) && scheme.NumberOf(line.Text) is null;

    private static PlanLine As(PlanLine line, string key, string title) => line with
    {
        Heading = new PlanHeading(
            PlanLevel.Chapter, new Numbering(PlanLevel.Chapter, key.Trim().TrimEnd(':', '：'), Numbering.Unordered, 0), title.Length > 0 ? title : line.Text, ""),
    };

    [GeneratedRegex(@"^附\s*[件表录]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:\s*[-—]\s*\d{1,2})?(?:\s*[:：]\s*|\s+|$)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\d{1,2}\s*[.．、]")]
    private static partial Regex ListItem();
}
