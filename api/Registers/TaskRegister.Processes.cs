using Supervision.Language;
using Supervision.Processes;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <remarks>Processes of all streams: where they stand, and by which content they run.</remarks>
internal sealed partial class TaskRegister
{
    public Task<IncidentPage> ListIncidentsAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default)
    {
        new PageQuery(IncidentPage.Order, cursor, limit).RequireFlawless();
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            var from = "incidents i JOIN processes p ON p.key = i.process "
                + $"LEFT JOIN tasks t ON p.actor = 'task' AND t.task = p.id WHERE {ReachesProcess(caller, text)}";
            var total = text.Count(connection, from);
            var after = cursor is { } c
                ? $" AND i.at <= {text.Value(c.Key)} AND (i.at < {text.Value(c.Key)} OR i.key > {text.Value(c.Id)})"
                : "";
            var rows = text.Rows(connection,
                "SELECT p.actor, p.id, p.instance, i.run, p.definition, p.hash, i.activity, i.node, i.name, i.message, i.at, i.key "
                + $"FROM {from}{after} ORDER BY i.at DESC, i.key LIMIT {limit + 1}",
                row => (new IncidentRow(
                    row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetString(5),
                    row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9), TaskRowReader.InstantAt(row, 10)),
                    new PageCursor(IncidentPage.Order, row.GetInt64(10), row.GetString(11))));
            var (items, next) = PageOf(rows, limit);
            return new IncidentPage(items, total, next, stand);
        }, cancellation);
    }

    public Task<InstancePage> ListInstancesAsync(
        Caller caller, InstanceFilter filter, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault,
        FeedPosition? seen = null, CancellationToken cancellation = default)
    {
        new PageQuery(InstancePage.Order, cursor, limit).RequireFlawless();
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            var from = $"processes p WHERE {(ProcessRecovery.MayViewAll(caller) ? "1" : "0")} "
                + $"AND p.definition = {text.Value(filter.Definition)} AND p.hash <> {text.Value(filter.NotYet)}"
                + (filter.From is { } hash ? $" AND p.hash = {text.Value(hash)}" : "");
            var total = text.Count(connection, from);
            var after = cursor is { } c ? $" AND p.key > {text.Value(c.Id)}" : "";
            var rows = text.Rows(connection,
                $"SELECT p.stream, p.instance, p.hash, p.key FROM {from}{after} ORDER BY p.key LIMIT {limit + 1}",
                row => (new InstanceRow(row.GetString(0), row.GetString(1), row.GetString(2)),
                    new PageCursor(InstancePage.Order, 0, row.GetString(3))));
            var (items, next) = PageOf(rows, limit);
            return new InstancePage(items, total, next, stand);
        }, cancellation);
    }

    private static string ReachesProcess(Caller caller, QueryText text)
    {
        if (ProcessRecovery.MayViewAll(caller))
            return "1";

        var visibility = Visibility.Of(caller);
        return $"CASE p.actor WHEN 'task' THEN t.id IS NOT NULL AND {text.Reaches(visibility)} "
            + $"WHEN 'county' THEN {text.Reaches(visibility, "p.id")} WHEN 'department' THEN {text.Reaches(visibility, "p.id")} ELSE 0 END";
    }
}
