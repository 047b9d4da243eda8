using Supervision.Agencies;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Api.Imports;

/// <summary>Rows of tasks against the tasks themselves, not against a register, which may be late.</summary>
internal sealed class TaskComparison(IGrainFactory grains, Organisation organisation) : IComparison
{
    private const int AtOnceMax = 32;

    public Task<OpenedSheet> OpenAsync(Caller caller, ImportUpload upload)
    {
        var sheet = ReadSheet<TaskCells>.Of(TaskForm.Form, upload.Content, upload.Name);
        var meant = Identified(sheet, upload.Source);
        return Task.FromResult(new OpenedSheet(
            [.. sheet.Columns.Select(column => column.Name.Chinese)], sheet.Lines.Count, null,
            (asking, from, count, context) => CheckAsync(sheet.Lines.Skip(from).Take(count), meant, asking, context)));
    }

    // Two rows that mean one task are told before either is looked up: the first stands, the others are refused.
    private Dictionary<int, Meant> Identified(ReadSheet<TaskCells> sheet, string source)
    {
        var (meant, firsts) = (new Dictionary<int, Meant>(), new Dictionary<TaskId, int>());
        foreach (var line in sheet.Lines)
        {
            var read = TaskForm.Form.Read(TaskCells.Empty, line.Cells, organisation);
            var (task, problem) = TaskChecks.Identify(read.Row, source);
            var first = task is { } named && !firsts.TryAdd(named, line.Number) ? firsts[named] : (int?)null;
            meant[line.Number] = new Meant(task, problem, first);
        }

        return meant;
    }

    private async Task<IReadOnlyList<ImportRow>> CheckAsync(
        IEnumerable<ReadLine<TaskCells>> lines, Dictionary<int, Meant> meant, Caller caller, TaskContext context)
    {
        var rows = new List<ImportRow>();
        foreach (var some in lines.Chunk(AtOnceMax))
            rows.AddRange(await Task.WhenAll(some.Select(line => CheckAsync(line, meant[line.Number], caller, context))));
        return rows;
    }

    private async Task<ImportRow> CheckAsync(ReadLine<TaskCells> line, Meant meant, Caller caller, TaskContext context)
    {
        if (meant.Task is not { } task)
            return new ImportRow(line.Number, RowOutcome.Refused, null, null, [], [meant.Problem!]);
        if (meant.First is { } first)
            return TaskChecks.Twice(line.Number, task, first);

        var there = await grains.GetGrain<ITaskGrain>(task.Value).ViewAsync(caller);
        return TaskChecks.Check(line.Number, task, there, line.Cells, caller, context);
    }

    /// <param name="First">The row that means the same task before it.</param>
    private sealed record Meant(TaskId? Task, RowProblem? Problem, int? First);
}
