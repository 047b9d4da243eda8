using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>The dry run of a row of a plan's items, and the changes it comes to. Pure.</summary>
public static class ItemChecks
{
    private static readonly SheetColumn<ItemCells>[] Terms =
    [
        ItemForm.Lead, ItemForm.Responsible, ItemForm.Cooperating, ItemForm.DueOn, ItemForm.SkipLevelReason, ItemForm.Cadence,
        ItemForm.CadenceReason, ItemForm.LateReason,
    ];

    private static readonly SheetColumn<ItemCells>[] Measures =
        [ItemForm.IndicatorNames, ItemForm.Targets, ItemForm.Units, ItemForm.EvidenceRule];

    /// <summary>The item that a row means: by its path; without one, an item that somebody has added with this title, in this part.</summary>
    public static PlanItem? Meant(ItemCells row, IReadOnlyList<PlanItem> items) => row.Path.Length > 0
        ? items.FirstOrDefault(item => item.Path == row.Path)
        : items.FirstOrDefault(item => item.Quotes.Count == 0 && SheetText.IsSame(item.Title, row.Title) && SheetText.IsSame(item.Group ?? "", row.Group));

    /// <summary>What a row comes to, where its item is as it is seen; null for one that is not there.</summary>
    public static ImportRow Check(
        int number, PlanItem? there, IReadOnlyList<(SheetColumn<ItemCells> Column, string Text)> cells, TaskContext context)
    {
        var before = there is null ? ItemCells.Empty : ItemCells.Of(there, null);
        // Without a path of its own an empty cell does not take one away.
        var read = ItemForm.Form.Read(before, there is null ? cells : cells.Where(cell => cell.Column != ItemForm.Path), context.Organisation);
        var (indicators, uneven) = read.Row.Measured == before.Measured ? (before.Known, null) : read.Row.Measured.Read(before.Known);
        RowProblem[] problems =
        [
            .. read.Problems,
            .. uneven is null ? Array.Empty<RowProblem>() : [Problem(uneven, ItemForm.IndicatorNames)],
            .. there is null ? Lacking(read.Row) : Fixed(before, read.Changes, read.Row),
        ];
        if (problems.Length == 0 && (there is null || Has(read.Changes, Terms)) && FlawOf(read.Row, context) is { } flaw)
            problems = [flaw];

        return problems.Length > 0 ? new ImportRow(number, RowOutcome.Refused, null, there?.Path, read.Changes, problems)
            : there is null ? new ImportRow(number, RowOutcome.New, null, null, [], [], SaidItem: Said(read.Row, indicators))
            : read.Changes.Count > 0 ? new ImportRow(number, RowOutcome.Changed, null, there.Path, read.Changes, [], SaidItem: Said(read.Row, indicators))
            : new ImportRow(number, RowOutcome.Unchanged, null, there.Path, [], []);
    }

    /// <summary>A row that means what an earlier one means.</summary>
    public static ImportRow Twice(int number, string? path, int first) => new(
        number, RowOutcome.Refused, null, path, [], [RowProblem.Of(RowRefusals.RowTwice.With([first]), null)]);

    /// <summary>What a reviewer would have sent for this row, in this order.</summary>
    public static IReadOnlyList<ItemChange> ChangesOf(ImportRow row)
    {
        var said = row.SaidItem!;
        if (row.Path is not { } path)
        {
            return
            [
                new ItemChange.Add(
                    said.Title, said.Content, said.Group, said.Assignment, said.Cadence, said.CadenceReason, said.LateReason,
                    said.Indicators, said.EvidenceRule, said.Weight),
            ];
        }

        var changes = new List<ItemChange>();
        var isSettled = said.Assignment is not null && Has(row.Changes, Terms);
        if (Has(row.Changes, ItemForm.Title, ItemForm.Content))
            changes.Add(new ItemChange.Edit(path, said.Title, said.Content));
        if (isSettled)
            changes.Add(new ItemChange.Settle(path, said.Assignment!, said.Cadence, said.CadenceReason, said.LateReason));
        if (Has(row.Changes, Measures))
            changes.Add(new ItemChange.Measure(path, said.Indicators, said.EvidenceRule));
        if (Has(row.Changes, ItemForm.Weight))
            changes.Add(new ItemChange.Weigh(path, said.Weight));
        // Settling accepts: what the sheet drops or puts off all the same comes after it.
        if (isSettled || Has(row.Changes, ItemForm.Verdict, ItemForm.VerdictReason))
            changes.AddRange(VerdictOf(path, said));
        return changes;
    }

    private static IEnumerable<ItemChange> VerdictOf(string path, ImportedItem said) => said.Verdict switch
    {
        ItemVerdict.Accepted => [new ItemChange.Accept(path, WithProposals: false)],
        ItemVerdict.Dropped => [new ItemChange.Drop(path, said.VerdictReason!)],
        ItemVerdict.Postponed => [new ItemChange.Postpone(path, said.VerdictReason!)],
        ItemVerdict.Open => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<RowProblem> Lacking(ItemCells row)
    {
        if (row.Path.Length > 0)
            yield return Problem(RowRefusals.ItemNotNew.With([row.Path]), ItemForm.Path);
        if (row.Title.Length == 0)
            yield return Problem(RowRefusals.CellMissing.With([ItemForm.Title.Name]), ItemForm.Title);
        if (row.Verdict is not (null or ItemVerdict.Accepted))
            yield return Problem(RowRefusals.WordUnknown.With([SheetWords.Verdicts.Show(row.Verdict), SheetWords.Verdicts.Show(ItemVerdict.Accepted)]), ItemForm.Verdict);
        if (row.IsHalfAssigned)
            yield return Problem(RowRefusals.AssignmentIncomplete.With([]), row.Lead is null ? ItemForm.Lead : ItemForm.DueOn);
    }

    private static IEnumerable<RowProblem> Fixed(ItemCells before, IReadOnlyList<CellChange> changes, ItemCells row)
    {
        if (Has(changes, ItemForm.Group))
            yield return Problem(RowRefusals.GroupFixed.With([]), ItemForm.Group);
        if (Has(changes, ItemForm.Title) && row.Title.Length == 0)
            yield return Problem(RowRefusals.CellMissing.With([ItemForm.Title.Name]), ItemForm.Title);
        if (Has(changes, ItemForm.Verdict) && row.Verdict is null or ItemVerdict.Open)
            yield return Problem(RowRefusals.VerdictBack.With([]), ItemForm.Verdict);
        if (Has(changes, ItemForm.Verdict, ItemForm.VerdictReason) && row is { Verdict: ItemVerdict.Dropped or ItemVerdict.Postponed, VerdictReason: "" })
            yield return Problem(RowRefusals.CellMissing.With([ItemForm.VerdictReason.Name]), ItemForm.VerdictReason);
        if (Has(changes, Terms) && row.Assignment is null)
            yield return Problem(RowRefusals.AssignmentIncomplete.With([]), row.Lead is null ? ItemForm.Lead : ItemForm.DueOn);
    }

    private static RowProblem? FlawOf(ItemCells row, TaskContext context) =>
        TaskRules.FlawOf(row.Assignment, row.Cadence, row.CadenceReason, context) is Decision.Refused no
            ? RowProblem.Of(no.Refusal.With(no.Values), TaskChecks.ColumnOf(no.Refusal))
            : null;

    private static bool Has(IReadOnlyList<CellChange> changes, params SheetColumn<ItemCells>[] columns) =>
        changes.Any(change => columns.Any(column => column.Name.Chinese == change.Column));

    private static ImportedItem Said(ItemCells row, IReadOnlyList<Indicators.Indicator> indicators) => new(
        CellValues.TextOrNull(row.Group), row.Title, row.Content, row.Verdict ?? ItemVerdict.Accepted, CellValues.TextOrNull(row.VerdictReason),
        row.Assignment, row.Cadence, CellValues.TextOrNull(row.CadenceReason), CellValues.TextOrNull(row.LateReason), indicators,
        CellValues.TextOrNull(row.EvidenceRule), row.Weight);

    private static RowProblem Problem(Receipt.Refused no, SheetColumn<ItemCells> column) => RowProblem.Of(no, column.Name.Chinese);
}
