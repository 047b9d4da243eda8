using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>待办: what <see cref="TodoRules.MayAnswer"/> says, for all waiting points at once.</remarks>
internal sealed partial class TaskRegister
{
    public Task<TodoPage> TodoAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitMax, FeedPosition? seen = null,
        CancellationToken cancellation = default)
    {
        new PageQuery(TodoPage.Order, cursor, limit).RequireFlawless();
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            var from = $"waits w JOIN tasks t ON t.id = w.id WHERE {MayAnswer(caller, text)}";
            var total = text.Count(connection, from);
            var after = cursor is { } c ? $" AND (w.urgency, w.key) > ({text.Value(c.Key)}, {text.Value(c.Id)})" : "";
            var rows = text.Rows(connection,
                $"SELECT t.task, t.title, t.stage, {text.Light}, t.lead, t.due_on, w.wait, w.kind, w.name, w.limit_at, "
                + $"t.clock_stopped_on, w.urgency, w.key FROM {from}{after} ORDER BY w.urgency, w.key LIMIT {limit + 1}",
                row => (new TodoItem(
                    new TaskId(row.GetString(0)), row.GetString(1), (TaskStage)row.GetInt32(2), TaskRowReader.LightAt(row, 3),
                    TaskRowReader.AgencyAt(row, 4), TaskRowReader.DayAt(row, 5), row.GetString(6), row.GetString(7),
                    row.GetString(8), row.IsDBNull(9) ? null : TaskRowReader.InstantAt(row, 9), !row.IsDBNull(10)),
                    new PageCursor(TodoPage.Order, row.GetInt64(11), row.GetString(12))));
            var (items, next) = PageOf(rows, limit);
            return new TodoPage(items, total, next, stand);
        }, cancellation);
    }

    // Who sees everything begins with the kinds, which lead to few rows; everybody else with the tasks in reach. The
    // plus sign keeps the index of the kinds out of the second plan.
    private static string MayAnswer(Caller caller, QueryText text)
    {
        var kinds = TodoRules.Kinds
            .Select(kind => (Kind: kind, Reach: TodoRules.ReachOf(kind, caller)))
            .Where(pair => pair.Reach is not Visibility.None)
            .ToArray();
        if (kinds.Length == 0)
            return "0";

        var visibility = Visibility.Of(caller);
        var kind = visibility is Visibility.All ? "w.kind" : "+w.kind";
        var each = kinds.Select(pair =>
            $"(+w.kind = {text.Value(pair.Kind)} AND {text.Reaches(pair.Reach)}{Besides(pair.Kind, caller, text)})");
        return $"{kind} IN {text.Values(kinds.Select(pair => pair.Kind))} AND {text.Reaches(visibility)} "
            + $"AND {Accepts(caller, text)} AND ({string.Join(" OR ", each)})";
    }

    // What WaitRules.Accepts says, but for approvals that name nobody.
    private static string Accepts(Caller caller, QueryText text) => string.Join(" AND ",
    [
        $"(w.role = '' OR w.role IN {text.Values(WaitRules.PostsOf(caller))})",
        .. WaitRules.AccountsOf(caller).Select(account => $"instr(w.barred, {text.Value($",{account},")}) = 0"),
        $"instr(w.barred_agencies, {text.Value($",{caller.Agency},")}) = 0",
    ]);

    private static string Besides(string kind, Caller caller, QueryText text) =>
        kind == WaitKinds.Approval ? " AND w.role <> ''"
        : TodoRules.NeverOnOwnWork.Contains(kind) ? $" AND (NOT {text.On([caller.Agency])} OR w.asks_head)"
        : "";
}
