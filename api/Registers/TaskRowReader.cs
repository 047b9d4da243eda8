using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Rows of the file as rows of answers.</summary>
internal static class TaskRowReader
{
    public static string Columns(QueryText text) =>
        $"t.task, t.title, t.stage, {text.Light}, t.lead, t.responsible, t.cooperating, t.due_on, t.requested_due_on, "
        + "t.clock_stopped_on, t.percent, t.planned_percent, t.missed_period, t.returned, t.expedited, t.escalated, "
        + "t.proposed, t.plan, t.plan_path, t.changed_at, t.version, t.number";

    public static TaskRow Read(SqliteDataReader row)
    {
        var stage = (TaskStage)row.GetInt32(2);
        return new TaskRow(
            new TaskId(row.GetString(0)), row.GetString(1), stage, TaskLabels.Of(stage), LightAt(row, 3), AgencyAt(row, 4),
            AgenciesAt(row, 5), AgenciesAt(row, 6), DayAt(row, 7), DayAt(row, 8), DayAt(row, 9),
            row.GetInt32(10), row.GetInt32(11), TextAt(row, 12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15),
            row.GetInt32(16), TextAt(row, 17) is { } plan ? new PlanId(plan) : null, TextAt(row, 18),
            InstantAt(row, 19), row.GetInt64(20), TextAt(row, 21));
    }

    public static LitLight LightAt(SqliteDataReader row, int column) =>
        new((Light)row.GetInt32(column), LightRules.Version);

    public static string? TextAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static AgencyCode? AgencyAt(SqliteDataReader row, int column) =>
        TextAt(row, column) is { } code ? new AgencyCode(code) : null;

    public static DateOnly? DayAt(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));

    public static DateTimeOffset InstantAt(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static IEnumerable<string> WordsAt(SqliteDataReader row, int column) =>
        row.GetString(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<AgencyCode> AgenciesAt(SqliteDataReader row, int column) =>
        [.. WordsAt(row, column).Select(code => new AgencyCode(code))];
}
