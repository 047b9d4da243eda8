namespace Supervision.Plans;

/// <summary>A part while it is being read: text and parts below are still being added.</summary>
internal sealed class PlanPart(PlanHeading heading, string path, int line)
{
    private readonly List<Paragraph> _paragraphs = [];

    public PlanLevel Level => heading.Level;

    public Numbering? Number => heading.Number;

    public string Title => heading.Title;

    public string Path => path;

    public int Line => line;

    public List<PlanPart> Children { get; } = [];

    public IReadOnlyList<Paragraph> Paragraphs => _paragraphs;

    private int EndLine => Math.Max(
        _paragraphs.Count == 0 ? line : _paragraphs[^1].EndLine,
        Children.Count == 0 ? line : Children[^1].EndLine);

    public void Add(string text, int at) => _paragraphs.Add(new Paragraph(text, at));

    /// <summary>Puts the second half of a sentence to its first; false where the last paragraph is complete.</summary>
    public bool TryContinue(PlanLine with) => _paragraphs.Count > 0 && _paragraphs[^1].TryContinue(with);

    /// <summary>Every table in it that is not read row by row.</summary>
    public IEnumerable<Paragraph> OpenTables => _paragraphs.Where(paragraph => paragraph.IsTable && TaskTable.Of(paragraph) is null);

    public PlanNode ToNode(NodeReader reader)
    {
        var tables = _paragraphs.Where(paragraph => paragraph.IsTable)
            .Select(paragraph => (Paragraph: paragraph, Table: TaskTable.Of(paragraph))).Where(table => table.Table is not null).ToList();
        var words = _paragraphs.Except(tables.Select(table => table.Paragraph)).ToList();
        var found = reader.Read([new Paragraph(Title, line), .. words], []);
        var paths = Children.Select(child => child.Path).ToHashSet();
        return new PlanNode(
            Number?.Key ?? "", path, Title, string.Join('\n', words.Select(paragraph => paragraph.Text)), line, EndLine, Level,
            found.Leads, found.Responsible, found.Support, found.Deadlines, found.Targets, found.Places,
            [
                .. Children.Select(child => child.ToNode(reader)),
                .. tables.SelectMany(table => table.Table!.Rows).Select(row => ToNode(row, PathOf(row, paths), reader)),
            ]);
    }

    // Rows under chapters and groups are tasks; under a task they are its steps.
    private PlanNode ToNode(TaskTable.Row row, string rowPath, NodeReader reader)
    {
        var found = reader.Read([], row.Cells);
        return new PlanNode(
            row.Key, rowPath, row.Title, row.Body, row.Line, row.Line,
            Level is PlanLevel.Chapter or PlanLevel.Section or PlanLevel.Unnumbered ? PlanLevel.Article : PlanLevel.Point,
            found.Leads, found.Responsible, found.Support, found.Deadlines, found.Targets, found.Places, []);
    }

    private string PathOf(TaskTable.Row row, HashSet<string> paths)
    {
        var key = row.Key.Length > 0 ? row.Key.Replace('/', '-') : "行";
        var rowPath = $"{path}/{key}";
        for (var again = 2; !paths.Add(rowPath); again++)
            rowPath = $"{path}/{key}~{again}";
        return rowPath;
    }
}
