namespace Supervision.Plans;

/// <summary>
/// A table of tasks (任务分工表): a row is a task, its columns say the rest. It is written out as lines, so that one set
/// of rules reads tables and prose.
/// </summary>
public static class TaskTable
{
    /// <summary>A shorter title says too little to be another's beginning.</summary>
    private const int TitleLengthMin = 4;

    /// <summary>Whether rows of one table have a header that names tasks.</summary>
    public static bool IsIn(IReadOnlyList<PlanLine> rows) => IndicatorTable.Find(rows) is null && TaskColumns.Find(rows) is not null;

    /// <summary>
    /// The lines with every table of tasks written out. A table that repeats the tasks of the text, as an annex does,
    /// adds its columns to them.
    /// </summary>
    internal static IReadOnlyList<PlanLine> WriteOut(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        if (lines.All(line => line.Cells is null))
            return lines;

        var result = new List<PlanLine>(lines.Count);
        var titles = new TitlesOfText(lines, scheme);
        PlanLevel? above = null;
        foreach (var block in Blocks(lines))
        {
            if (block[0].Cells is not null && IndicatorTable.Find(block) is { } indicators)
            {
                result.AddRange(indicators.Rows(block));
                continue;
            }

            if (block[0].Cells is not null && TaskColumns.Find(block) is { } columns)
            {
                var rows = new TableRows(block, columns, above);
                var repeats = titles.Repeats(rows.Tasks);
                result.AddRange(rows.Above);
                result.AddRange(rows.Tasks.Where(row => !repeats || !titles.Take(row)).SelectMany(row => row.Lines));
                result.AddRange(rows.Below);
                continue;
            }

            result.AddRange(block);
            above = block.Select(line => line.Heading?.Level ?? scheme.NumberOf(line.Text)?.Level).LastOrDefault(level => level is not null) ?? above;
        }

        return titles.WithRows(result);
    }

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

    /// <summary>The tasks of the text by their titles, and the rows of tables that repeat them.</summary>
    private sealed class TitlesOfText(IReadOnlyList<PlanLine> lines, NumberingScheme scheme)
    {
        private readonly List<(string Title, PlanLine Line)> _titles =
        [
            .. lines.Where(line => line.Cells is null).Select(line => (line.Heading ?? PlanHeading.Numbered(line, scheme), line))
                .Where(heading => heading.Item1 is not null).Take(PlanLimits.NodesMax).Select(heading => (Bare(heading.Item1!.Title), heading.line)),
        ];

        private readonly Dictionary<PlanLine, List<PlanLine>> _rows = new(ReferenceEqualityComparer.Instance);

        public bool Repeats(IReadOnlyList<TableRow> rows) => rows.Count(row => Find(row) is not null) * 2 > rows.Count;

        public bool Take(TableRow row)
        {
            if (Find(row) is not { } heading)
                return false;
            if (!_rows.TryGetValue(heading, out var taken))
                _rows[heading] = taken = [];
            taken.AddRange(row.Columns);
            return true;
        }

        /// <summary>Each row goes to the end of the text of its task, before the next number.</summary>
        public List<PlanLine> WithRows(List<PlanLine> lines)
        {
            var result = new List<PlanLine>(lines.Count);
            var waiting = new List<PlanLine>();
            foreach (var line in lines)
            {
                if (line.Heading is not null || scheme.NumberOf(line.Text) is not null)
                    Flush();
                result.Add(line);
                if (_rows.TryGetValue(line, out var rows))
                    waiting.AddRange(rows);
            }

            Flush();
            return result;

            void Flush()
            {
                result.AddRange(waiting);
                waiting.Clear();
            }
        }

        private PlanLine? Find(TableRow row)
        {
            var title = Bare(row.Title);
            var at = _titles.FindIndex(known => known.Title == title);
            if (at < 0 && title.Length >= TitleLengthMin)
                at = _titles.FindIndex(known => known.Title.Length >= TitleLengthMin && (known.Title.StartsWith(title, StringComparison.Ordinal) || title.StartsWith(known.Title, StringComparison.Ordinal)));
            return at < 0 ? null : _titles[at].Line;
        }

        private static string Bare(string title) => string.Concat(title.Where(char.IsLetterOrDigit));
    }
}
