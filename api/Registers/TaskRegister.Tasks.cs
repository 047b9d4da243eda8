using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>Lists and counts of tasks: the same condition for both.</remarks>
internal sealed partial class TaskRegister
{
    public Task<TaskPage> ListAsync(
        Caller caller, TaskQuery query, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        RequireFlawless(query);
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            var where = text.Matches(caller, query.Filter, FirstConditions.Of(connection, text, caller, query.Filter));
            var total = text.CountTo(TaskPage.TotalMax, connection, $"tasks t WHERE {where}");
            var (key, after, order) = OrderOf(query, text);
            var rows = text.Rows(connection,
                $"SELECT {TaskRowReader.Columns(text)}, {key} FROM tasks t WHERE {where}{after} ORDER BY {order} LIMIT {query.Limit + 1}",
                reader => (TaskRowReader.Read(reader), CursorOf(query.Sort, reader)));
            var (items, next) = PageOf(rows, query.Limit);
            return new TaskPage(items, Math.Min(total, TaskPage.TotalMax), total > TaskPage.TotalMax, next, stand);
        }, cancellation);
    }

    public Task<TaskCounts> CountAsync(
        Caller caller, TaskFilter filter, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        RequireFlawless(new TaskQuery(filter));
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            // Kept sums where they can answer, else one pass over the tasks; the three sums are made of a few groups.
            var groups = text.Rows(connection,
                text.MatchesSums(caller, filter) is { } sums
                    ? $"SELECT t.stage, t.light, t.lead, t.tasks FROM task_sums t WHERE t.tasks > 0 AND {sums}"
                    : $"SELECT t.stage, {text.Light}, coalesce(t.lead, ''), count(*) FROM tasks t WHERE {text.Matches(caller, filter)} GROUP BY 1, 2, 3",
                reader => (Stage: (TaskStage)reader.GetInt32(0), Light: (Light)reader.GetInt32(1),
                    Lead: reader.GetString(2), Tasks: reader.GetInt64(3)));
            return new TaskCounts(
                groups.Sum(group => group.Tasks),
                groups.GroupBy(group => group.Stage).ToDictionary(g => g.Key, g => g.Sum(group => group.Tasks)),
                groups.GroupBy(group => group.Light).ToDictionary(g => g.Key, g => g.Sum(group => group.Tasks)),
                groups.GroupBy(group => group.Lead).ToDictionary(g => g.Key, g => g.Sum(group => group.Tasks)),
                stand);
        }, cancellation);
    }

    private static void RequireFlawless(TaskQuery query)
    {
        if (query.Flaw() is { } flaw)
            throw new ArgumentException(flaw.Refusal.With(flaw.Values).English, nameof(query));
    }

    // Ties are broken by the task's id, which is the same on every gateway; row numbers are not.
    private static (string Key, string After, string Order) OrderOf(TaskQuery query, QueryText text) => query.Sort switch
    {
        TaskSort.Urgency => ("t.urgency", query.Cursor is { } c
            ? $" AND (t.urgency, t.task) > ({text.Value(c.Key)}, {text.Value(c.Id)})" : "", "t.urgency, t.task"),
        TaskSort.Changed => ("t.changed_at", query.Cursor is { } c
            ? $" AND t.changed_at <= {text.Value(c.Key)} AND (t.changed_at < {text.Value(c.Key)} OR t.task > {text.Value(c.Id)})"
            : "", "t.changed_at DESC, t.task"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static PageCursor CursorOf(TaskSort sort, SqliteDataReader reader) =>
        new(sort.ToString(), reader.GetInt64(reader.FieldCount - 1), reader.GetString(0));
}
