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
            var paths = new TaskPaths(connection, text, caller, query);
            var (total, isMore) = TotalOf(connection, text, caller, query.Filter, paths);
            var by = paths.ForPage();
            var (key, after, order) = OrderOf(query, text, by);
            var rows = text.Rows(connection,
                $"SELECT {TaskRowReader.Columns(text)}, {key} FROM {QueryText.From(by)} WHERE {text.Matches(caller, query.Filter, by)}{after} ORDER BY {order} LIMIT {query.Limit + 1}",
                reader => (TaskRowReader.Read(reader), CursorOf(query.Sort, reader)));
            var (items, next) = PageOf(rows, query.Limit);
            return new TaskPage(items, total, isMore, next, stand);
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
                    ? $"SELECT s.stage, s.light, s.lead, s.tasks FROM task_sums s WHERE s.tasks > 0 AND {sums}"
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

    // From the kept sums where they know it; else by looking at no more rows than a person would page through.
    private static (long Total, bool IsMore) TotalOf(
        SqliteConnection connection, QueryText text, Caller caller, TaskFilter filter, TaskPaths paths)
    {
        if (text.MatchesSums(caller, filter) is { } sums)
            return (text.Rows(connection, $"SELECT coalesce(sum(s.tasks), 0) FROM task_sums s WHERE {sums}", row => row.GetInt64(0))[0], false);

        var path = paths.ForTotal();
        var (found, kept) = text.MatchesInTwo(caller, filter, path.By);
        var matches = text.Rows(connection,
            $"SELECT count(*) FROM (SELECT {kept} AS kept FROM {QueryText.From(path.By)} WHERE {found} LIMIT {text.Value(TaskPage.LookedAtMax)}) WHERE kept",
            row => row.GetInt64(0))[0];
        return (matches, path.Rows > TaskPage.LookedAtMax);
    }

    private static void RequireFlawless(TaskQuery query)
    {
        if (query.Flaw() is { } flaw)
            throw new ArgumentException(flaw.Refusal.With(flaw.Values).English, nameof(query));
    }

    // Ties are broken by the task's id, which is the same on every gateway; row numbers are not.
    public static (string Key, string After, string Order) OrderOf(TaskQuery query, QueryText text, FoundBy by) => query.Sort switch
    {
        // The agency's own index holds both, so that a page of its tasks is read as it lies there.
        TaskSort.Urgency when by is FoundBy.Agency => ByUrgency("a", query, text),
        TaskSort.Urgency => ByUrgency("t", query, text),
        TaskSort.Changed => ("t.changed_at", query.Cursor is { } c
            ? $" AND t.changed_at <= {text.Value(c.Key)} AND (t.changed_at < {text.Value(c.Key)} OR t.task > {text.Value(c.Id)})"
            : "", "t.changed_at DESC, t.task"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static (string Key, string After, string Order) ByUrgency(string table, TaskQuery query, QueryText text) => (
        $"{table}.urgency",
        query.Cursor is { } c ? $" AND ({table}.urgency, {table}.task) > ({text.Value(c.Key)}, {text.Value(c.Id)})" : "",
        $"{table}.urgency, {table}.task");

    private static PageCursor CursorOf(TaskSort sort, SqliteDataReader reader) =>
        new(sort.ToString(), reader.GetInt64(reader.FieldCount - 1), reader.GetString(0));
}
