using System.Text.RegularExpressions;

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
/// <param name="dates">Which number of 03/04/2026 is the day.</param>
/// <param name="firstLeads">Whether the plan says that of several agencies the first leads.</param>
internal sealed partial class NodeReader(PlanYears years, SlashDates dates, bool firstLeads)
{
    /// <summary>A longer paragraph is no sentence that a person wrote; it is kept, and nothing is proposed from it.</summary>
    public const int PassageLengthMax = 20_000;

    private readonly DeadlineReader _deadlines = new(years, dates);
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
            ReadPassage(new Passage(paragraph), paragraph.Column, onlyNames, found);
        return found.Done(firstLeads);
    }

    private void ReadPassage(Passage passage, ColumnHead? head, bool onlyNames, Collected found)
    {
        var column = head?.Field;
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
        PlanDeadline[] named = [.. limits.Select(limit => limit.Deadline), .. Labelled(passage, column, limits)];
        found.Deadlines.AddRange(named);
        _doubts.AddRange(named.Where(limit => limit.On is null).SelectMany(limit => SlashDates.BothOf(limit.Quote) is { } both ? (PlanDoubt[])[PlanDoubts.DayOpen(limit, both)] : []));
        if (column is null or Field.Target or Field.Task or Field.Measure or Field.Stage)
            found.Targets.AddRange(TargetReader.Read(passage, taken));
        found.Places.AddRange(PlaceReader.Read(passage, [.. owners.Select(owner => (owner.Start, owner.End))]));
        if (column == Field.Stage && _deadlines.OfHead(head!, passage.LineAt(0)) is { } stage)
            found.Deadlines.Add(stage);
        Doubt(passage, owners, limits);
    }

    // 完成时限：长期 says in one word what running text does not.
    private IEnumerable<PlanDeadline> Labelled(Passage passage, Field? column, IReadOnlyList<DeadlineReader.Found> limits)
    {
        if (column == Field.Deadline && limits.Count == 0 && _deadlines.OfValue(passage, 0, passage.Text.Length) is { } cell)
            yield return cell;
        foreach (var label in FieldLabel.In(passage.Text).Where(label => label.Field == Field.Deadline))
        {
            var end = EndOfLimit().Match(passage.Text, label.ValueStart).Index;
            if (!limits.Any(limit => limit.Start >= label.Start && limit.Start <= end) && end > label.ValueStart
                && _deadlines.OfValue(passage, label.ValueStart, end - label.ValueStart) is { } value)
            {
                yield return value;
            }
        }
    }

    [GeneratedRegex(@"[。；，）)\n;]|\.(?=\s|$)|$")]
    private static partial Regex EndOfLimit();

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
            var support = Of(Field.Support);

            // A table that repeats a task may rank what the text names in one list: the role that says more stays.
            responsible.RemoveAll(agency => leads.Concat(support).Any(other => other.Quote == agency.Quote));
            return new Findings(leads, responsible, support, [.. Deadlines.DistinctBy(SameLimit)], Targets, Places);
        }

        // A title and a column that name one day set one limit.
        private static string SameLimit(PlanDeadline limit) => limit.On is { } day ? $"{day:O}" : limit.Every ?? $"{limit.Kind} {limit.Quote}";

        private List<NamedAgency> Of(Field field) =>
            [.. Owners.Where(owner => owner.Field == field).Select(owner => owner.Agency).DistinctBy(agency => agency.Quote)];
    }
}
