namespace Supervision.Plans;

/// <summary>
/// A table of tasks (任务分解表): a row is a task, its columns say the rest. Unrolled into numbered lines, so that one
/// set of rules reads tables and prose.
/// </summary>
public static class TaskTable
{
    private const int OrdinalMax = 999;

    /// <summary>
    /// The lines with every table of tasks written out; null where there is none, or where the text tells its tasks
    /// itself and the table only repeats them.
    /// </summary>
    public static IReadOnlyList<PlanLine>? Unroll(IReadOnlyList<PlanLine> lines)
    {
        if (lines.All(line => line.Cells is null) || lines.Any(IsTaskInProse))
            return null;

        var result = new List<PlanLine>(lines.Count);
        var found = false;
        foreach (var block in Blocks(lines))
        {
            var columns = block[0].Cells is null ? null : TaskColumns.Find(block);
            found |= columns is not null;
            result.AddRange(columns is null ? block : Unroll(block, columns));
        }

        return found ? result : null;
    }

    /// <summary>Whether rows of one table have a header that names tasks.</summary>
    public static bool IsIn(IReadOnlyList<PlanLine> rows) => TaskColumns.Find(rows) is not null;

    private static bool IsTaskInProse(PlanLine line) =>
        line.Cells is null && Numbering.Of(line.Text)?.Level is PlanLevel.Section or PlanLevel.Article;

    private static IEnumerable<List<PlanLine>> Blocks(IReadOnlyList<PlanLine> lines)
    {
        var block = new List<PlanLine>();
        foreach (var line in lines)
        {
            var goesOn = block.Count > 0 && (line.Cells is null) == (block[^1].Cells is null) && (line.Cells is null || !line.AfterBlank);
            if (!goesOn && block.Count > 0)
            {
                yield return block;
                block = [];
            }

            block.Add(line);
        }

        yield return block;
    }

    private static IEnumerable<PlanLine> Unroll(List<PlanLine> table, TaskColumns columns)
    {
        foreach (var caption in table.Take(columns.HeaderRow).Where(row => !columns.IsPartOfHeader(row.Cells!)))
            yield return Caption(caption);

        var (group, groups, ordinal) = ("", 0, 0);
        foreach (var row in table.Skip(columns.HeaderRow + 1).Where(row => !columns.IsHeaderAgain(row.Cells!)))
        {
            var named = columns.GroupOf(row.Cells!);
            if (named.Length > 0 && named != group)
            {
                group = named;
                yield return Line(row, GroupHeading(named, ++groups));
            }

            if (columns.IsOnlyGroup(row.Cells!))
                continue;
            if (columns.TaskOf(row.Cells!) is { Length: > 0 } task)
                yield return Line(row, $"{ordinal = columns.OrdinalOf(row.Cells!) ?? (ordinal % OrdinalMax) + 1}. {task}");
            foreach (var rest in columns.RestOf(row.Cells!))
                yield return Line(row, rest);
        }
    }

    // A table has one level above its tasks, whatever number its captions carry themselves.
    private static string GroupHeading(string name, int ordinal) => ordinal > ChineseNumeral.Max
        ? name
        : $"（{ChineseNumeral.Write(ordinal)}）{(Numbering.Of(name) is { } number ? name[number.TitleStart..].Trim() : name)}";

    private static PlanLine Caption(PlanLine row) =>
        row with { Text = string.Join(" ", row.Cells!.Distinct().Where(cell => cell.Length > 0)).ReplaceLineEndings(" "), Cells = null };

    // Every line ends as a sentence: what follows in the row is no second half of it.
    private static PlanLine Line(PlanLine row, string text) =>
        new(row.Number, Sentence.IsFinished(text) || text.Length == 0 ? text : text + "。", row.AfterBlank, -1, -1, false);
}
