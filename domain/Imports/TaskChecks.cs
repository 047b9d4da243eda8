using Supervision.Agencies;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>The dry run of a row of tasks: what it would come to, and why not. Pure.</summary>
public static class TaskChecks
{
    // Where a rule of tasks names a field, the column to mend.
    private static readonly Dictionary<string, SheetColumn<TaskCells>> Columns = new()
    {
        [TaskRefusals.AgencyUnknown.Code] = TaskForm.Lead,
        [TaskRefusals.AgencyNoObject.Code] = TaskForm.Lead,
        [TaskRefusals.AgencyTwice.Code] = TaskForm.Responsible,
        [TaskRefusals.AgenciesTooMany.Code] = TaskForm.Responsible,
        [TaskRefusals.SkipsLevel.Code] = TaskForm.SkipLevelReason,
        [TaskRefusals.DueOnPast.Code] = TaskForm.DueOn,
        [TaskRefusals.DueOnTooFar.Code] = TaskForm.DueOn,
        [TaskRefusals.CadenceNeedsReason.Code] = TaskForm.CadenceReason,
        [TaskRefusals.AuthorityAhead.Code] = TaskForm.On,
    };

    private static readonly SheetColumn<TaskCells>[] Names = [TaskForm.Task, TaskForm.External];

    private static readonly SheetColumn<TaskCells>[] Needed =
    [
        TaskForm.Title, TaskForm.Content, TaskForm.Supervision, TaskForm.Source, TaskForm.Basis, TaskForm.By, TaskForm.Reference,
        TaskForm.On, TaskForm.Scope,
    ];

    private static readonly SheetColumn<TaskCells>[] Terms =
        [TaskForm.Lead, TaskForm.Responsible, TaskForm.Cooperating, TaskForm.DueOn, TaskForm.SkipLevelReason];

    /// <summary>The task that a row means; null where its ids are no ids.</summary>
    public static (TaskId? Task, RowProblem? Problem) Identify(TaskCells row, string source)
    {
        TaskId? external = row.External.Length > 0 ? ExternalIds.TaskOf(source, row.External) : null;
        if (row.Task.Length == 0)
            return (external ?? ExternalIds.TaskOf(source, row.Title, row.Authority), null);
        if (!TaskId.TryParse(row.Task, null, out var task))
            return (null, Problem(RowRefusals.IdUnfit.With([row.Task]), TaskForm.Task));

        return external is null || external == task || ExternalIds.NumberOf(task) == row.External
            ? (task, null)
            : (null, Problem(RowRefusals.IdsContradict.With([task, row.External]), TaskForm.External));
    }

    /// <summary>What a row comes to, where its task is as it is seen; null for one that is not there.</summary>
    public static ImportRow Check(
        int number, TaskId task, TaskView? there, IReadOnlyList<(SheetColumn<TaskCells> Column, string Text)> cells, Caller caller, TaskContext context)
    {
        if (there is not null)
        {
            // Without a number of its own an empty cell does not take one away.
            var said = cells.Where(cell => !Names.Contains(cell.Column));
            return Existing(number, task, TaskForm.Form.Read(TaskCells.Of(there), said, context.Organisation), context);
        }

        var read = TaskForm.Form.Read(TaskCells.Empty, cells, context.Organisation);
        return read.Row.Task.Length > 0
            ? new ImportRow(number, RowOutcome.Refused, task, null, [], [Problem(RowRefusals.TaskUnknown.With([task]), TaskForm.Task)])
            : New(number, task, read, caller, context);
    }

    /// <summary>A row whose task is not there yet.</summary>
    private static ImportRow New(int number, TaskId task, CellsRead<TaskCells> read, Caller caller, TaskContext context)
    {
        var row = read.Row;
        RowProblem[] all = read.Problems.Count > 0 ? [.. read.Problems] : [.. Lacking(row, context.Organisation)];
        if (all.Length == 0 && FlawOf(Decide(SupervisedTask.Initial, task, row, caller, context)) is { } flaw)
            all = [flaw];

        return all.Length > 0
            ? new ImportRow(number, RowOutcome.Refused, task, null, [], all)
            : new ImportRow(number, RowOutcome.New, task, null, [], [], Said(row));
    }

    /// <summary>A row whose task is there, in this stage.</summary>
    private static ImportRow Existing(int number, TaskId task, CellsRead<TaskCells> read, TaskContext context)
    {
        var problems = read.Problems;
        if (problems.Count == 0 && read.Changes.Count > 0)
            problems = [.. read.Changes.Select(change => Fixed(change, read.Row.Stand!.Stage)).OfType<RowProblem>()];
        if (problems.Count == 0 && read.Changes.Count > 0 && FlawOfTerms(read.Row, context) is { } flaw)
            problems = [flaw];

        return problems.Count > 0 ? new ImportRow(number, RowOutcome.Refused, task, null, read.Changes, problems)
            : read.Changes.Count > 0 ? new ImportRow(number, RowOutcome.Changed, task, null, read.Changes, [], Said(read.Row))
            : new ImportRow(number, RowOutcome.Unchanged, task, null, [], []);
    }

    /// <summary>A row that means what an earlier one means.</summary>
    public static ImportRow Twice(int number, TaskId task, int first) => new(
        number, RowOutcome.Refused, task, null, [], [RowProblem.Of(RowRefusals.RowTwice.With([first]), null)]);

    /// <summary>立项 of a new row.</summary>
    public static Register RegistrationOf(ImportedTask said, CommandKey key) => new(
        key, said.Title, said.Content, said.Supervision, said.Source, said.Authority, said.Cadence, said.CadenceReason, Proposed: said.Assignment);

    /// <summary>The column that a refusal of a rule is about; null where it is the row as a whole. Both sheets name it alike.</summary>
    internal static string? ColumnOf(Refusal refusal) => Columns.GetValueOrDefault(refusal.Code)?.Name.Chinese;

    private static Decision Decide(SupervisedTask task, TaskId id, TaskCells row, Caller caller, TaskContext context) =>
        TaskRules.Decide(task, caller, RegistrationOf(Said(row), new CommandKey("dry-run")), context with { TaskId = id });

    private static IEnumerable<RowProblem> Lacking(TaskCells row, Organisation names)
    {
        foreach (var column in Needed.Where(column => column.Show(row, names).Length == 0))
            yield return Problem(RowRefusals.CellMissing.With([column.Name]), column);
        if (row.IsHalfAssigned)
            yield return Problem(RowRefusals.AssignmentIncomplete.With([]), row.Lead is null ? TaskForm.Lead : TaskForm.DueOn);
    }

    // What a sheet cannot change, and who can.
    private static RowProblem? Fixed(CellChange change, TaskStage stage)
    {
        var isTerm = Terms.Any(term => term.Name.Chinese == change.Column);
        var no = stage is TaskStage.NotApproved or TaskStage.ClosedOut or TaskStage.Archived or TaskStage.Withdrawn or TaskStage.Terminated
            or TaskStage.Merged or TaskStage.Split
                ? RowRefusals.TaskClosed.With([TaskLabels.Of(stage)])
            : !isTerm ? RowRefusals.Fixed.With([change.Column])
            : stage is TaskStage.Registered ? RowRefusals.AwaitsApproval.With([TaskLabels.Of(stage)])
            : stage is TaskStage.Approved ? null
            : change.Column == TaskForm.DueOn.Name.Chinese ? RowRefusals.DueOnFixed.With([])
            : RowRefusals.AgenciesFixed.With([]);
        return no is null ? null : RowProblem.Of(no, change.Column);
    }

    private static RowProblem? FlawOfTerms(TaskCells row, TaskContext context) => row.Assignment is { } assignment
        ? FlawOf(TaskRules.FlawOf(assignment, Cadence.None, null, context))
        : Problem(RowRefusals.AssignmentIncomplete.With([]), row.Lead is null ? TaskForm.Lead : TaskForm.DueOn);

    private static RowProblem? FlawOf(Decision? decision) => decision is Decision.Refused no
        ? RowProblem.Of(no.Refusal.With(no.Values), ColumnOf(no.Refusal))
        : null;

    private static ImportedTask Said(TaskCells row) => new(
        row.Title, row.Content, row.Supervision!.Value, row.Source!.Value, row.Authority, row.Assignment, row.Cadence,
        CellValues.TextOrNull(row.CadenceReason));

    private static RowProblem Problem(Receipt.Refused no, SheetColumn<TaskCells> column) => RowProblem.Of(no, column.Name.Chinese);
}
