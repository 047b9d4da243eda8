using Microsoft.Data.Sqlite;
using Supervision.Calendars;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The tasks that a filter finds, whole and in the order of their ids, for a sheet. What the caller may not see is not there.</summary>
/// <remarks>Read page by page: a reader that took long would keep the file from being tidied up.</remarks>
internal sealed class TaskExport(RegisterDatabase database, RegisterPositions positions, RegisterSettings settings, TimeProvider time)
{
    private const int PageRows = 500;

    public async IAsyncEnumerable<TaskCells> ReadAsync(
        Caller caller, TaskFilter filter, FeedPosition? seen,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (seen is { } asked)
            await positions.WaitAsync(asked, settings.SeenWait, cancellation);

        var last = "";
        for (var isMore = true; isMore;)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = Page(caller, filter, last);
            foreach (var row in page)
                yield return row;
            isMore = page.Count == PageRows;
            last = isMore ? page[^1].Task : last;
        }
    }

    private List<TaskCells> Page(Caller caller, TaskFilter filter, string after)
    {
        using var connection = database.OpenReader();
        var text = new QueryText(WorkingCalendar.DayOf(time.GetUtcNow()));
        var where = text.Matches(caller, filter);
        return text.Rows(connection,
            $"SELECT s.state, {text.Light} FROM tasks t JOIN task_states s ON s.id = t.id "
            + $"WHERE {where} AND t.task > {text.Value(after)} ORDER BY t.task LIMIT {PageRows}", Cells);
    }

    private static TaskCells Cells(SqliteDataReader row)
    {
        var task = StateJson.Read<SupervisedTask>((byte[])row[0]);
        return TaskCells.Of(task.Registration!, task.Assignment, new TaskStand(
            task.Stage, (Light)row.GetInt32(1), task.Progress.Percent, task.Progress.PlannedPercent));
    }
}
