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
            var where = text.Matches(caller, query.Filter);
            var total = text.Count(connection, $"tasks t WHERE {where}");
            var (key, after, order) = OrderOf(query, text);
            var rows = text.Rows(connection,
                $"SELECT {TaskRowReader.Columns(text)}, {key} FROM tasks t WHERE {where}{after} ORDER BY {order} LIMIT {query.Limit + 1}",
                reader => (TaskRowReader.Read(reader), CursorOf(query.Sort, reader)));
            var (items, next) = PageOf(rows, query.Limit);
            return new TaskPage(items, total, next, stand);
        }, cancellation);
    }

    public Task<TaskCounts> CountAsync(
        Caller caller, TaskFilter filter, FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        RequireFlawless(new TaskQuery(filter));
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            // One pass over the tasks; the three sums are made of its few groups.
            var where = text.Matches(caller, filter);
            var groups = text.Rows(connection,
                $"SELECT t.stage, {text.Light}, coalesce(t.lead, ''), count(*) FROM tasks t WHERE {where} GROUP BY 1, 2, 3",
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
