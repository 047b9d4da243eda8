namespace Supervision.Plans;

/// <summary>A row that names a task, as lines: the captions that begin with it, its heading, its further columns.</summary>
internal sealed record TableRow(IReadOnlyList<PlanLine> Captions, PlanLine Heading, IReadOnlyList<PlanLine> Columns)
{
    public string Title => Heading.Heading!.Title;

    public IEnumerable<PlanLine> Lines => [.. Captions, Heading, .. Columns];
}

/// <summary>A table of tasks written out: what stands above its header, its tasks, and captions without any.</summary>
internal sealed class TableRows
{
    private readonly TaskColumns _columns;
    private readonly PlanLevel? _level;
    private readonly List<TableRow> _tasks = [];
    private readonly List<PlanLine> _captions = [];
    private readonly bool _hasChapters;
    private string _group = "";

    /// <param name="level">Of the heading under which the table stands; its tasks are below that.</param>
    public TableRows(List<PlanLine> table, TaskColumns columns, PlanLevel? level)
    {
        (_columns, _level) = (columns, level);
        Above = [.. table.Take(columns.HeaderRow).Where(row => !columns.IsPartOfHeader(row.Cells!)).Select(row => Line(row, Words(row)))];
        var rows = table.Skip(columns.HeaderRow + 1).Where(row => !columns.IsHeaderAgain(row.Cells!)).ToList();
        _hasChapters = level is null && rows.Select(row => NumberOf(row.Cells!)?.Level).Distinct().Count(of => of is PlanLevel.Chapter or PlanLevel.Section) == 2;
        foreach (var row in rows)
            Add(row);
    }

    public IReadOnlyList<PlanLine> Above { get; }

    public IReadOnlyList<TableRow> Tasks => _tasks;

    public IReadOnlyList<PlanLine> Below => _captions;

    private void Add(PlanLine row)
    {
        var cells = row.Cells!;
        if (_columns.GroupOf(cells) is { Length: > 0 } named && named != _group)
        {
            _group = named;
            if (_level is null or PlanLevel.Part or PlanLevel.Chapter)
                _captions.Add(Caption(row, named));
        }

        if (_columns.IsOnlyGroup(cells))
            return;
        var rest = _columns.RestOf(cells).Select(cell => Line(row, cell.Words) with { Column = cell.Head }).ToList();
        if (_columns.TaskOf(cells) is { Length: > 0 } task)
        {
            _tasks.Add(new TableRow([.. _captions], Task(row, task, _columns.KeyOf(cells)), rest));
            _captions.Clear();
        }
        else if (_tasks.Count > 0)
        {
            _tasks[^1] = _tasks[^1] with { Columns = [.. _tasks[^1].Columns, .. rest] };
        }
    }

    private PlanLine Caption(PlanLine row, string words)
    {
        var inWords = NumberingScheme.Usual.NumberOf(words);
        var number = NumberOf(row.Cells!);
        var level = _hasChapters && number?.Level == PlanLevel.Chapter ? PlanLevel.Chapter : PlanLevel.Section;
        var heading = new PlanHeading(level, number is null ? null : number with { Level = level }, inWords is null ? words : words[inWords.TitleStart..].Trim(), "");
        return Line(row, words) with { Heading = heading, Column = new ColumnHead(Field.Group, "") };
    }

    // 一、 and （一） stand before the words of a caption, or in the column of numbers.
    private Numbering? NumberOf(IReadOnlyList<string> cells) =>
        !_columns.IsOnlyGroup(cells) ? NumberingScheme.Usual.NumberOf(_columns.GroupOf(cells))
        : NumberingScheme.Usual.NumberOf(_columns.GroupOf(cells)) ?? NumberingScheme.Usual.NumberOf(_columns.KeyOf(cells) + "、");

    // Rows under chapters and groups are tasks; under a task they are its steps.
    private PlanLine Task(PlanLine row, string words, string key)
    {
        var level = _level is null or PlanLevel.Part or PlanLevel.Chapter or PlanLevel.Section ? PlanLevel.Article : PlanLevel.Point;
        var own = NumberingScheme.Usual.NumberOf(words);
        var line = Line(row, own is null ? words : words[own.TitleStart..].Trim());
        var number = key.Length > 0 ? new Numbering(level, key, TaskColumns.OrdinalOf(key) ?? Numbering.Unordered, 0)
            : own is null ? null : own with { Level = level };
        return line with { Heading = PlanHeading.Of(line, level, number), Column = new ColumnHead(Field.Task, "") };
    }

    private static string Words(PlanLine row) =>
        string.Join(" ", row.Cells!.Distinct().Where(cell => cell.Length > 0)).ReplaceLineEndings(" ");

    private static PlanLine Line(PlanLine row, string text) => new(row.Number, text, row.AfterBlank, -1, -1, 0);
}
