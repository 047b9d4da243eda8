using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <remarks>漏报 and what is proposed about it; plans.</remarks>
internal sealed partial class TaskRegister
{
    public Task<SilentAgencies> ListSilentAsync(
        Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        AnswerAsync(seen, (connection, text, stand) =>
        {
            var visibility = Visibility.Of(caller);
            var rows = text.Rows(connection,
                $"""
                SELECT s.agency, s.task, (SELECT t.title FROM tasks t WHERE t.task = s.task AND {text.Reaches(visibility)}),
                    s.period, s.since, coalesce(a.escalations, 0), coalesce(a.proposals, 0), a.escalated_to, s.owed
                FROM (SELECT *, row_number() OVER (PARTITION BY agency ORDER BY since, task) AS place,
                             count(*) OVER (PARTITION BY agency) AS owed FROM silent) s
                LEFT JOIN agencies a ON a.agency = s.agency
                WHERE s.place <= {SilentAgency.TasksMax} AND {text.Reaches(visibility, "s.agency")}
                ORDER BY s.owed DESC, s.agency, s.place
                """,
                row => (Agency: row.GetString(0), Owed: row.GetInt64(8), Escalations: row.GetInt32(5), Proposals: row.GetInt32(6),
                    To: TaskRowReader.TextAt(row, 7), Task: new SilentTask(
                        new TaskId(row.GetString(1)), TaskRowReader.TextAt(row, 2), row.GetString(3), TaskRowReader.InstantAt(row, 4))));
            return new SilentAgencies([.. rows.GroupBy(row => row.Agency).Select(group => new SilentAgency(
                new AgencyCode(group.Key), group.First().Owed, group.First().Escalations, group.First().Proposals,
                group.First().To, [.. group.Select(row => row.Task)]))], stand);
        }, cancellation);

    public Task<MeasurePage> ListMeasuresAsync(
        Caller caller, PageCursor? cursor = null, int limit = TaskQuery.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default)
    {
        new PageQuery(MeasurePage.Order, cursor, limit).RequireFlawless();
        return AnswerAsync(seen, (connection, text, stand) =>
        {
            var visibility = Visibility.Of(caller);
            var from = "measures m LEFT JOIN tasks t ON t.task = m.task WHERE CASE WHEN m.task IS NULL "
                + $"THEN {text.Reaches(visibility, "m.agency")} ELSE t.id IS NOT NULL AND {text.Reaches(visibility)} END";
            var total = text.Count(connection, from);
            var after = cursor is { } c
                ? $" AND m.proposed_at <= {text.Value(c.Key)} AND (m.proposed_at < {text.Value(c.Key)} OR m.key > {text.Value(c.Id)})"
                : "";
            var rows = text.Rows(connection,
                "SELECT m.stream, m.seq, coalesce(m.agency, t.lead), m.tasks, m.about, m.what, m.proposed_at, m.key "
                + $"FROM {from}{after} ORDER BY m.proposed_at DESC, m.key LIMIT {limit + 1}",
                row => (new Measure(
                    row.GetString(0), row.GetInt64(1), TaskRowReader.AgencyAt(row, 2),
                    [.. TaskRowReader.WordsAt(row, 3).Select(task => new TaskId(task))], row.GetString(4), row.GetString(5),
                    TaskRowReader.InstantAt(row, 6)), new PageCursor(MeasurePage.Order, row.GetInt64(6), row.GetString(7))));
            var (items, next) = PageOf(rows, limit);
            return new MeasurePage(items, total, next, stand);
        }, cancellation);
    }

    public Task<PlanPage> ListPlansAsync(
        Caller caller, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        AnswerAsync(seen, (connection, text, stand) => new PlanPage(!PlanRules.MayView(caller) ? [] : text.Rows(connection,
            """
            SELECT p.plan, p.title, count(i.path), coalesce(sum(i.settled), 0), coalesce(sum(i.issued), 0),
                (SELECT count(*) FROM tasks t WHERE t.plan = p.plan), p.changed_at, p.version
            FROM plans p LEFT JOIN plan_items i ON i.plan = p.plan
            GROUP BY p.plan ORDER BY p.changed_at DESC, p.plan
            """,
            row => new PlanRow(
                new PlanId(row.GetString(0)), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4),
                row.GetInt64(5), TaskRowReader.InstantAt(row, 6), row.GetInt64(7))), stand), cancellation);
}
