using Microsoft.Data.Sqlite;
using Supervision.Evaluations;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>待办: what <see cref="TodoRules"/> says, for all waiting points at once, be they of tasks, plans, schemes or free-standing processes.</remarks>
internal sealed partial class TaskRegister
{
    public Task<TodoPage> TodoAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitMax, FeedPosition? seen = null,
        IReadOnlyList<Caller>? absent = null, CancellationToken cancellation = default)
    {
        new PageQuery(TodoPage.Order, cursor, limit).RequireFlawless();
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            Caller[] all = [caller, .. absent ?? []];
            var (tasksOf, taskWhose) = TodoText.OfEach(all, TodoText.OfTasks, text);
            var (othersOf, otherWhose) = TodoText.OfEach(all, TodoText.OfOthers, text);
            var ofTasks = $"waits w JOIN tasks t ON t.id = w.id WHERE {tasksOf}";
            var ofOthers = "other_waits w LEFT JOIN plans p ON w.actor = 'plan' AND p.plan = w.id "
                + "LEFT JOIN schemes s ON w.actor = 'scheme' AND s.code = w.id "
                + $"LEFT JOIN processes f ON w.actor = 'process' AND f.key = w.stream || ' ' || w.instance WHERE {othersOf}";
            var total = text.Count(connection, ofTasks) + text.Count(connection, ofOthers);
            var after = cursor is { } c ? $" AND (w.urgency, w.key) > ({text.Value(c.Key)}, {text.Value(c.Id)})" : "";
            var first = $"{after} ORDER BY w.urgency, w.key LIMIT {limit + 1}";
            var rows = text.Rows(connection,
                "SELECT * FROM (SELECT 'task', t.task, t.title, t.stage, "
                + $"{text.Light}, t.lead, t.due_on, w.wait, w.kind, w.name, w.limit_at, t.clock_stopped_on, w.urgency AS urgency, w.key AS key, {taskWhose} FROM {ofTasks}{first}) "
                + "UNION ALL SELECT * FROM (SELECT w.actor, w.id, coalesce(p.title, s.name, f.definition, w.id), NULL, "
                + $"NULL, p.agency, NULL, w.wait, w.kind, w.name, w.limit_at, NULL, w.urgency, w.key, {otherWhose} FROM {ofOthers}{first}) "
                + $"ORDER BY urgency, key LIMIT {limit + 1}",
                row => (TodoAt(row), new PageCursor(TodoPage.Order, row.GetInt64(12), row.GetString(13))));
            var (items, next) = PageOf(rows, limit);
            return new TodoPage(items, total, next, stand);
        }, cancellation);
    }

    private static TodoItem TodoAt(SqliteDataReader row)
    {
        var (actor, id) = (row.GetString(0), row.GetString(1));
        return new TodoItem(
            actor == "task" ? new TaskId(id) : null, actor == "plan" ? new PlanId(id) : null, actor == "process" ? new ProcessId(id) : null,
            row.GetString(2), row.IsDBNull(3) ? null : (TaskStage)row.GetInt32(3), row.IsDBNull(4) ? null : TaskRowReader.LightAt(row, 4),
            TaskRowReader.AgencyAt(row, 5), TaskRowReader.DayAt(row, 6), row.GetString(7), row.GetString(8), row.GetString(9),
            row.IsDBNull(10) ? null : TaskRowReader.InstantAt(row, 10), !row.IsDBNull(11),
            row.IsDBNull(14) ? null : new AccountId(row.GetString(14)),
            actor == "scheme" ? new ItemCode(id) : null);
    }
}
