namespace Supervision.Plans;

/// <summary>Builds the tree of parts (大纲) from lines, by their numbering.</summary>
internal sealed class Outline(NumberingScheme scheme)
{
    private readonly List<PlanPart> _open = [];
    private readonly HashSet<string> _paths = [];
    private readonly Dictionary<PlanLevel, int> _lastOrdinal = [];
    private readonly List<int> _joinedAt = [];
    private readonly List<PlanDoubt> _doubts = [];

    public List<PlanPart> Roots { get; } = [];

    public IReadOnlyList<int> JoinedAt => _joinedAt;

    public IReadOnlyList<PlanDoubt> Doubts => _doubts;

    public int Count => _paths.Count;

    public static Outline Of(IEnumerable<PlanLine> lines, NumberingScheme scheme)
    {
        var outline = new Outline(scheme);
        foreach (var line in lines.TakeWhile(_ => outline.Count <= PlanLimits.NodesMax))
            outline.Add(line);
        return outline;
    }

    private void Add(PlanLine line)
    {
        if (line.Column is null || line.Target is not null)
            CloseRows();
        if (HeadingOf(line) is { } heading)
            Open(heading, line);
        else if (_open.Count > 0)
            Continue(line);
        else if (line.IsTable)
            OpenTable(line);
    }

    // A plan may be nothing but a table of tasks.
    private void OpenTable(PlanLine line)
    {
        Open(new PlanHeading(PlanLevel.Unnumbered, null, "任务表", ""), line);
        Continue(line);
    }

    // Inside a task bold words are emphasis; above that level they open a principle or a goal.
    private PlanHeading? HeadingOf(PlanLine line) => line.Heading is not null || line.Column is not null ? line.Heading
        : PlanHeading.Numbered(line, scheme)
        ?? (_open.Count > 0 && Holder().Level <= PlanLevel.Section ? PlanHeading.Unnumbered(line) : null);

    private PlanPart Holder() => _open.FindLast(part => part.Level != PlanLevel.Unnumbered) ?? _open[0];

    // What stands under a table is not of its last row.
    private void CloseRows()
    {
        while (_open.Count > 0 && _open[^1].IsRow)
            _open.RemoveAt(_open.Count - 1);
    }

    private void Continue(PlanLine line)
    {
        var part = _open[^1];
        if (!part.TryContinue(line))
            (FieldLabel.Opens(line.Text) ? OwnedBy(_open.Count - 1) : part).Add(new Paragraph(line));
        else if (line.AfterBlank)
            _joinedAt.Add(line.Number);
    }

    // Owners after the last of several steps are those of the task, unless each step has its own.
    private PlanPart OwnedBy(int depth)
    {
        var part = _open[depth];
        return depth > 0 && part.Level is PlanLevel.Point or PlanLevel.Circled && _open[depth - 1].Children is { Count: > 1 } steps
            && !steps.SkipLast(1).Any(step => step.Paragraphs.Any(paragraph => FieldLabel.Opens(paragraph.Text)))
            ? OwnedBy(depth - 1)
            : part;
    }

    private void Open(PlanHeading heading, PlanLine line)
    {
        while (_open.Count > 0 && _open[^1].Level >= heading.Level)
            _open.RemoveAt(_open.Count - 1);

        var siblings = _open.Count == 0 ? Roots : _open[^1].Children;
        var part = new PlanPart(heading, PathFor(heading, line, siblings), line.Number) { IsRow = line.Column is not null };
        CheckNumbering(part, siblings);
        if (heading.Body.Length > 0)
            part.Add(new Paragraph(heading.Body, line.Number));
        siblings.Add(part);
        _open.Add(part);
    }

    private string PathFor(PlanHeading heading, PlanLine line, List<PlanPart> siblings)
    {
        var parent = _open.Count == 0 ? "" : _open[^1].Path + "/";
        var key = heading.Number?.Key.Replace('/', '-') ?? $"{(line.Column is null ? "段" : "行")}{siblings.Count + 1}";
        var path = parent + key;
        for (var again = 2; !_paths.Add(path); again++)
            path = $"{parent}{key}~{again}";
        return path;
    }

    // Numbers restart under each heading, or run on through the whole document; anything else is a jump.
    private void CheckNumbering(PlanPart part, List<PlanPart> siblings)
    {
        if (part.Number is not { Ordinal: not Numbering.Unordered } number)
            return;

        var before = siblings.LastOrDefault(sibling => sibling.Level == part.Level)?.Number?.Ordinal;
        var expected = (before ?? 0) + 1;
        var runsOn = before is null && number.Ordinal == _lastOrdinal.GetValueOrDefault(part.Level) + 1;
        if (number.Ordinal != expected && !runsOn)
            _doubts.Add(PlanDoubts.NumberingJumps(part, number.KeyFor(expected)));
        _lastOrdinal[part.Level] = number.Ordinal;
    }
}
