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

    /// <summary>Whether it is a row of a table.</summary>
    public bool IsRow { get; init; }

    public List<PlanPart> Children { get; } = [];

    public IReadOnlyList<Paragraph> Paragraphs => _paragraphs;

    private int EndLine => Math.Max(
        _paragraphs.Count == 0 ? line : _paragraphs[^1].EndLine,
        Children.Count == 0 ? line : Children[^1].EndLine);

    public void Add(Paragraph paragraph) => _paragraphs.Add(paragraph);

    /// <summary>Puts the second half of a sentence to its first; false where the last paragraph is complete.</summary>
    public bool TryContinue(PlanLine with) => _paragraphs.Count > 0 && _paragraphs[^1].TryContinue(with);

    /// <param name="onlyNames">Whether it stands where no tasks are set.</param>
    public PlanNode ToNode(NodeReader reader, bool onlyNames = false)
    {
        onlyNames |= PartPurpose.IsSituation(Title);
        var found = reader.Read([Heading(), .. _paragraphs], onlyNames);
        return new PlanNode(
            Number?.Key ?? "", path, Title, string.Join('\n', _paragraphs.Select(paragraph => paragraph.Printed)), line, EndLine, Level,
            found.Leads, found.Responsible, found.Support, found.Deadlines, [.. found.Targets.Where(target => !CountsParts(target))], found.Places,
            [.. Children.Select(child => child.ToNode(reader, onlyNames))]);
    }

    // 实施七大行动 over seven parts says how many they are.
    private bool CountsParts(PlanTarget target) => Children.Count > 0 && Title.Contains(target.Quote, StringComparison.Ordinal)
        && target.Value?.Number is { } count && (target.Op is TargetComparison.Exactly or null || Title.EndsWith('）')) && Children.Count is var parts && Math.Abs(count - parts) < 1;

    // 市公安局：负责排查…: the heading is the one who is to do it.
    private Paragraph Heading() => _paragraphs.Count > 0 && AgencyList.IsAgency(Title)
        ? new Paragraph(Title, line, new ColumnHead(Field.Responsible, ""))
        : new Paragraph(Title, line);
}
