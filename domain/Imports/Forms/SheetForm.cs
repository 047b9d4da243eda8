using Supervision.Agencies;
using Supervision.Language;

namespace Supervision.Imports;

/// <summary>The columns of a kind of sheet: the same going out and coming back.</summary>
/// <param name="Name">The name of its sheet.</param>
/// <param name="Id">The column that a table must have to be one of these.</param>
public sealed record SheetForm<TRow>(Term Name, IReadOnlyList<SheetColumn<TRow>> Columns, SheetColumn<TRow> Id)
{
    /// <summary>No cell of ours is longer; a sheet of such cells stays within what a reader takes in.</summary>
    public const int CellLengthMax = 10_000;

    public SheetColumn<TRow>? Find(string heading) => Columns.FirstOrDefault(column => column.IsNamed(heading));

    /// <summary>Whether a row is the head of such a table.</summary>
    public bool IsHead(IReadOnlyList<string> cells) => cells.Any(Id.IsNamed);

    /// <summary>Whether a row below the head says it once more, in the other language.</summary>
    public bool IsHeadAgain(IReadOnlyList<string> cells) =>
        cells.Any(cell => cell.Length > 0) && cells.All(cell => cell.Length == 0 || Find(cell) is not null);

    /// <summary>What cells say of a row that is there, or of a new one: a cell that says what is there changes nothing.</summary>
    public CellsRead<TRow> Read(TRow before, IEnumerable<(SheetColumn<TRow> Column, string Text)> cells, Organisation organisation)
    {
        var (row, changes, problems) = (before, new List<CellChange>(), new List<RowProblem>());
        foreach (var (column, text) in cells)
        {
            var shown = column.Show(before, organisation);
            if (column.Take is not { } take || SheetText.IsSame(shown, text))
                continue;

            var taken = text.Length > CellLengthMax
                ? new Taken<TRow>(row, RowRefusals.CellTooLong.With([text.Length, CellLengthMax]))
                : take(row, SheetText.Plain(text), organisation);
            row = taken.Row;
            if (taken.Problem is { } problem)
                problems.Add(RowProblem.Of(problem, column.Name.Chinese));
            else if (column.Show(row, organisation) is var now && !SheetText.IsSame(shown, now))
                changes.Add(new CellChange(column.Name.Chinese, shown, now));
        }

        return new CellsRead<TRow>(row, changes, problems);
    }
}

/// <summary>A row after its cells were read.</summary>
public sealed record CellsRead<TRow>(TRow Row, IReadOnlyList<CellChange> Changes, IReadOnlyList<RowProblem> Problems);
