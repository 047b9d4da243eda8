namespace Supervision.Plans;

/// <summary>What a reader found in the words of one part, by kind, with the doubts about it.</summary>
internal sealed record Findings(
    IReadOnlyList<NamedAgency> Leads,
    IReadOnlyList<NamedAgency> Responsible,
    IReadOnlyList<NamedAgency> Support,
    IReadOnlyList<PlanDeadline> Deadlines,
    IReadOnlyList<PlanTarget> Targets,
    IReadOnlyList<PlanPlace> Places);

/// <summary>Reads the findings of each part, and keeps the doubts that come up on the way.</summary>
/// <param name="firstLeads">Whether the plan says that of several agencies the first leads.</param>
internal sealed class NodeReader(PlanYears years, bool firstLeads)
{
    /// <summary>A longer paragraph is no sentence that a person wrote; it is kept, and nothing is proposed from it.</summary>
    public const int PassageLengthMax = 20_000;

    private readonly DeadlineReader _deadlines = new(years);
    private readonly HashSet<string> _unknown = [];
    private readonly List<PlanDoubt> _doubts = [];

    public IReadOnlyList<PlanDoubt> Doubts => _doubts;

    /// <param name="words">Heading, paragraphs, and cells of a row.</param>
    /// <param name="onlyNames">Whether the words tell how things stand, and set nobody a task.</param>
    public Findings Read(IReadOnlyList<Paragraph> words, bool onlyNames)
    {
        var found = new Collected();
        foreach (var paragraph in words.Where(paragraph => paragraph.Target is not null && !onlyNames))
            found.Targets.Add(paragraph.Target!);
        foreach (var paragraph in words.Where(paragraph => paragraph is { IsTable: false, Target: null } && paragraph.Length <= PassageLengthMax))
            ReadPassage(new Passage(paragraph), paragraph.Column?.Field, onlyNames, found);
        return found.Done(firstLeads);
    }

    private void ReadPassage(Passage passage, Field? column, bool onlyNames, Collected found)
    {
        if (passage.Text.Length == 0)
            return;
        if (onlyNames)
        {
            found.Places.AddRange(PlaceReader.Read(passage, []));
            _doubts.AddRange(PlaceReader.Doubts(passage));
            return;
        }

        var owners = OwnerReader.Read(passage);
        if (owners.Count == 0 && column is Field.Lead or Field.Responsible or Field.Support)
            owners = [.. OwnerReader.InCell(passage, column.Value)];
        var limits = _deadlines.Read(passage);
        (int Start, int End)[] taken = [.. owners.Select(owner => (owner.Start, owner.End)), .. limits.Select(limit => (limit.Start, limit.End))];

        found.Owners.AddRange(owners);
        found.Deadlines.AddRange(limits.Select(limit => limit.Deadline).Concat(Labelled(passage, column, limits)));
        if (column is null or Field.Target or Field.Task or Field.Measure)
            found.Targets.AddRange(TargetReader.Read(passage, taken));
        found.Places.AddRange(PlaceReader.Read(passage, [.. owners.Select(owner => (owner.Start, owner.End))]));
        Doubt(passage, owners, limits);
    }

    // 完成时限：长期 says in one word what running text does not.
    private IEnumerable<PlanDeadline> Labelled(Passage passage, Field? column, IReadOnlyList<DeadlineReader.Found> limits)
    {
        if (column == Field.Deadline && limits.Count == 0 && _deadlines.OfValue(passage, 0, passage.Text.Length) is { } cell)
            yield return cell;
        foreach (var label in FieldLabel.In(passage.Text).Where(label => label.Field == Field.Deadline))
        {
            var end = passage.Text.IndexOfAny(['。', '；', '，', '）', ')', '\n', ';'], label.ValueStart) is >= 0 and var at ? at : passage.Text.Length;
            if (!limits.Any(limit => limit.Start >= label.Start && limit.Start <= end) && end > label.ValueStart
                && _deadlines.OfValue(passage, label.ValueStart, end - label.ValueStart) is { } value)
            {
                yield return value;
            }
        }
    }

    private void Doubt(Passage passage, IReadOnlyList<OwnerReader.Found> owners, IReadOnlyList<DeadlineReader.Found> limits)
    {
        _doubts.AddRange(PlaceReader.Doubts(passage));
        _doubts.AddRange(limits
            .Where(limit => limit.YearAssumed && limit.Deadline is { On: null, Kind: DeadlineKind.Date or DeadlineKind.Period })
            .Select(limit => PlanDoubts.YearOpen(limit.Deadline, limit.Suggestion)));
        _doubts.AddRange(owners.Select(owner => owner.Agency)
            .Where(agency => agency.Agency is null && !AgencyList.IsClass(agency.Quote) && _unknown.Add(agency.Quote))
            .Select(PlanDoubts.UnknownName));
        _doubts.AddRange(UnclearNumbers.In(passage));
    }

    private sealed class Collected
    {
        public List<OwnerReader.Found> Owners { get; } = [];

        public List<PlanDeadline> Deadlines { get; } = [];

        public List<PlanTarget> Targets { get; } = [];

        public List<PlanPlace> Places { get; } = [];

        public Findings Done(bool firstLeads)
        {
            var (leads, responsible) = (Of(Field.Lead), Of(Field.Responsible));
            if (firstLeads && leads.Count == 0 && responsible.Count > 0)
                (leads, responsible) = ([responsible[0]], responsible[1..]);
            return new Findings(leads, responsible, Of(Field.Support), Deadlines, Targets, Places);
        }

        private List<NamedAgency> Of(Field field) =>
            [.. Owners.Where(owner => owner.Field == field).Select(owner => owner.Agency).DistinctBy(agency => agency.Quote)];
    }
}
