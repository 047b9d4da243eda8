using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Supervision.Agencies;
using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Reads the holes of a plan and of the sub-plans below it, as one caller may see them.</summary>
internal sealed class CoverageReader(SqliteConnection connection, Caller caller, PlanId plan, Organisation organisation)
{
    private static readonly long DayMilliseconds = 86_400_000;
    private static readonly long ShanghaiMilliseconds = 8 * 3_600_000;
    private static readonly int UnixEpochDay = new DateOnly(1970, 1, 1).DayNumber;

    private static readonly int[] Decisions = [.. Enum.GetValues<HoleKind>().Where(CoverageRules.IsDecision).Select(kind => (int)kind)];

    private readonly Visibility _visibility = Visibility.Of(caller);

    public Dictionary<HoleKind, long> Counts(DateTimeOffset at)
    {
        var text = new QueryText(default);
        return text.Rows(connection, $"{Tree(text)} SELECT h.kind, count(*) FROM {From(text)} AND {OpenAt(text, at)} GROUP BY h.kind",
            row => (Kind: (HoleKind)row.GetInt32(0), Holes: row.GetInt64(1))).ToDictionary(row => row.Kind, row => row.Holes);
    }

    /// <summary>Decisions, or holes, in the order of kind and key, after a cursor.</summary>
    public List<(HoleRow Hole, PageCursor Cursor)> List(
        DateTimeOffset at, bool decisions, IReadOnlyList<HoleKind>? kinds, PageCursor? cursor, int limit)
    {
        var text = new QueryText(default);
        var which = $"h.kind {(decisions ? "" : "NOT ")}IN {text.Values(Decisions)}"
            + (kinds is null ? "" : $" AND h.kind IN {text.Values(kinds.Select(kind => (int)kind))}")
            + (cursor is { } c ? $" AND (h.kind, h.key) > ({text.Value(c.Key)}, {text.Value(c.Id)})" : "");
        return text.Rows(connection,
            $"{Tree(text)} SELECT h.kind, h.plan, h.path, h.task, h.agency, h.quote, h.line, h.title, h.words, h.opened, h.key "
            + $"FROM {From(text)} AND {OpenAt(text, at)} AND {which} ORDER BY h.kind, h.key LIMIT {limit}",
            row => (Read(row), new PageCursor(CoveragePage.Order, row.GetInt64(0), row.GetString(10))));
    }

    /// <summary>How many opened and closed on each day, by kind: days as they are counted in Shanghai.</summary>
    public List<(HoleKind Kind, int Day, long Change)> Changes()
    {
        var text = new QueryText(default);
        var (tree, from) = (Tree(text), From(text));
        var outs = From(text, "JOIN item_outs o ON h.task IS NOT NULL AND o.plan = h.plan AND o.path = h.path");
        var closed = $"min(coalesce(h.closed, {long.MaxValue}), coalesce(e.at, {long.MaxValue}))";
        // What was open while its item was out is taken away again for that time.
        var (since, until) = ("max(h.opened, o.since)", $"min({closed}, coalesce(o.until, {long.MaxValue}))");
        return text.Rows(connection,
            $"""
            {tree} SELECT kind, at, sum(change) FROM (
                SELECT h.kind AS kind, {Day("h.opened")} AS at, 1 AS change FROM {from} AND h.opened < {closed}
                UNION ALL SELECT h.kind, {Day(closed)}, -1 FROM {from} AND h.opened < {closed}
                UNION ALL SELECT h.kind, {Day(since)}, -1 FROM {outs} AND {since} < {until}
                UNION ALL SELECT h.kind, {Day(until)}, 1 FROM {outs} AND {since} < {until})
            GROUP BY kind, at
            """,
            row => ((HoleKind)row.GetInt32(0), (int)Math.Min(int.MaxValue, row.GetInt64(1)), row.GetInt64(2)));
    }

    // The plan and the sub-plans of tasks that still stand, to any depth.
    private string Tree(QueryText text) =>
        $"""
        WITH RECURSIVE tree (plan) AS (SELECT {text.Value(plan.Value)} UNION
            SELECT p.plan FROM tree JOIN plans p ON p.parent_plan = tree.plan
            JOIN roll_up r ON r.node = 'task/' || p.parent_task WHERE r.lit_to IS NOT NULL)
        """;

    private string From(QueryText text, string more = "") =>
        $"tree JOIN holes h ON h.plan = tree.plan LEFT JOIN hole_ends e ON e.key = h.key {more} WHERE {Seen(text)}";

    private static string OpenAt(QueryText text, DateTimeOffset at)
    {
        var now = text.Value(at.ToUnixTimeMilliseconds());
        return $"h.opened <= {now} AND (h.closed IS NULL OR h.closed > {now}) AND (e.at IS NULL OR e.at > {now}) "
            + "AND NOT (h.task IS NOT NULL AND EXISTS (SELECT 1 FROM item_outs o WHERE o.plan = h.plan AND o.path = h.path "
            + $"AND o.since <= {now} AND (o.until IS NULL OR o.until > {now})))";
    }

    private string Seen(QueryText text) => _visibility is Visibility.All
        ? "1"
        : $"(h.task IN (SELECT t.task FROM tasks t WHERE {text.Reaches(_visibility)}) "
            + $"OR (h.agency IS NOT NULL AND {text.Reaches(_visibility, "h.agency")}) "
            + $"OR h.plan IN (SELECT p.plan FROM plans p WHERE p.agency IS NOT NULL AND {text.Reaches(_visibility, "p.agency")}))";

    private static string Day(string instant) => string.Create(CultureInfo.InvariantCulture,
        $"({instant} / 1000 + {ShanghaiMilliseconds / 1000}) / {DayMilliseconds / 1000} + {UnixEpochDay}");

    private HoleRow Read(SqliteDataReader row)
    {
        var kind = (HoleKind)row.GetInt32(0);
        var agency = TaskRowReader.AgencyAt(row, 4);
        var words = JsonSerializer.Deserialize<string[]>(row.GetString(8))!;
        return new HoleRow(
            kind, HoleSentences.CodeOf(kind), new PlanId(row.GetString(1)), row.GetString(2) is { Length: > 0 } path ? path : null,
            TaskRowReader.TextAt(row, 3) is { } task ? new TaskId(task) : null, agency, TaskRowReader.TextAt(row, 5),
            row.IsDBNull(6) ? null : row.GetInt32(6), HoleSentences.Of(kind, row.GetString(7), NameOf(agency), words),
            TaskRowReader.InstantAt(row, 9));
    }

    private Term NameOf(AgencyCode? code) => code is not { } agency ? Term.Plain("")
        : organisation.Find(agency) is { } known ? new Term(known.Short, known.English)
        : Term.Plain(agency.Value);
}
