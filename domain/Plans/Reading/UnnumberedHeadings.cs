namespace Supervision.Plans;

/// <summary>
/// Finds headings without a number, and their levels: by the marks of the text format where those agree with the
/// numbers or where there are none, else by their looks.
/// </summary>
internal static class UnnumberedHeadings
{
    /// <summary>A longer line without a full stop is a sentence that was cut.</summary>
    private const int PlainLengthMax = 30;

    private const int TitleWithin = 12;

    private const int TitleLengthMin = 8;

    /// <summary>The lines, each heading that has no number with what it is.</summary>
    public static IReadOnlyList<PlanLine> Mark(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        var levels = lines.Select(line => line.Cells is null ? scheme.NumberOf(line.Text)?.Level : null).ToList();
        var body = BodyAt(lines, levels);
        if (lines.Where((line, i) => i >= body && line.IsMarkedHeading && levels[i] is null).Any())
        {
            return LevelsOfMarks(lines, levels, body) is { } byDepth
                ? [.. lines.Select((line, i) => i >= body && line.IsMarkedHeading && levels[i] is null ? As(line, byDepth(line.MarkDepth)) : line)]
                : lines;
        }

        return levels.Exists(level => level is not null) ? lines : ByLooks(lines);
    }

    // Titles of the notice and of the plan are marked too: a heading alone in its depth, and what ends as a title does,
    // as long as no number has come.
    private static int BodyAt(IReadOnlyList<PlanLine> lines, List<PlanLevel?> levels)
    {
        var first = levels.FindIndex(level => level is not null) is >= 0 and var numbered ? numbered : lines.Count;
        var marked = Enumerable.Range(0, lines.Count).Where(i => lines[i].IsMarkedHeading).ToList();
        var title = marked.FindLastIndex(i => i < first && IsTitle(lines[i].Text));
        if (title < 0 && marked.Count > 0 && marked[0] < first && marked.Skip(1).All(i => lines[i].MarkDepth > lines[marked[0]].MarkDepth))
            title = 0;
        return title < 0 ? 0 : marked[title] + 1;
    }

    // 保障措施 ends as a title does, and is none.
    private static bool IsTitle(string text) => text.Length >= TitleLengthMin && Letterhead.EndsAsTitle(text) && !PartPurpose.IsFixed(text);

    // Where numbers and marks go together, a depth stands for a level; without numbers the shallowest are chapters and
    // the deepest are tasks. Marks that a converter has guessed say nothing.
    private static Func<int, PlanLevel>? LevelsOfMarks(IReadOnlyList<PlanLine> lines, List<PlanLevel?> levels, int body)
    {
        var marked = Enumerable.Range(0, lines.Count).Where(i => i >= body && lines[i].IsMarkedHeading).ToList();
        var numbered = marked.Where(i => levels[i] is not null).GroupBy(i => lines[i].MarkDepth)
            .ToDictionary(group => group.Key, group => group.Select(i => levels[i]!.Value).Distinct().ToList());
        if (numbered.Count == 0)
            return levels.Exists(level => level is PlanLevel.Chapter or PlanLevel.Section) ? null : ByRank([.. marked.Select(i => lines[i].MarkDepth).Distinct().Order()]);

        var unmarked = levels.Where((level, i) => level is not null && !lines[i].IsMarkedHeading && i >= body).Select(level => level!.Value).ToHashSet();
        var agree = numbered.Values.All(of => of.Count == 1 && !unmarked.Contains(of[0]))
            && numbered.OrderBy(pair => pair.Key).Select(pair => pair.Value[0]).ToList() is var order && order.SequenceEqual(order.Distinct().Order());
        return agree ? depth => numbered.OrderByDescending(pair => pair.Key).Where(pair => pair.Key <= depth).Select(pair => pair.Value[0]).FirstOrDefault(PlanLevel.Chapter) : null;
    }

    private static Func<int, PlanLevel> ByRank(List<int> depths) => depth =>
        depth == depths[0] ? PlanLevel.Chapter : depth == depths[^1] ? PlanLevel.Article : PlanLevel.Section;

    // A bold line, or a short one without an end mark before text that has one. The fixed headings of the genre are chapters.
    private static List<PlanLine> ByLooks(IReadOnlyList<PlanLine> lines)
    {
        var title = Enumerable.Range(0, Math.Min(lines.Count, TitleWithin)).LastOrDefault(i => IsTitle(lines[i].Text), 0);
        var first = lines.Count > 1 ? title + 1 : 0;
        return [.. lines.Select((line, i) => i >= first && IsHeading(lines, i) ? As(line, PartPurpose.IsFixed(line.Text) ? PlanLevel.Chapter : PlanLevel.Article) : line)];
    }

    private static bool IsHeading(IReadOnlyList<PlanLine> lines, int i)
    {
        var line = lines[i];
        if (line.Cells is not null || FieldLabel.Opens(line.Text) || line.IsBullet)
            return false;
        if (PlanHeading.OpensBold(line))
            return true;
        return line.Text.Length <= PlainLengthMax && !Sentence.IsFinished(line.Text) && !"，、；,;".Contains(line.Text[^1], StringComparison.Ordinal)
            && DateLine.Parse(line.Text) is null && !Letterhead.IsAgency(line.Text) && Sentence.IsFinished(Before(lines, i))
            && i + 1 < lines.Count && (Sentence.IsFinished(lines[i + 1].Text) || lines[i + 1].Text.Length > PlainLengthMax || PartPurpose.IsFixed(line.Text));
    }

    // What opens a heading ends the text before it; so does another heading.
    private static string Before(IReadOnlyList<PlanLine> lines, int i) =>
        i == 0 || lines[i].AfterBlank || FieldLabel.Closes(lines[i - 1].Text) || PartPurpose.IsFixed(lines[i - 1].Text) ? "。" : lines[i - 1].Text;

    private static PlanLine As(PlanLine line, PlanLevel level) => line with { Heading = PlanHeading.Of(line, level, null) };
}
