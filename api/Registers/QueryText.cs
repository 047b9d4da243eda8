using System.Globalization;
using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Conditions of queries as SQL over <c>tasks t</c>, with their values as parameters.</summary>
/// <param name="litOn">The day for which the rows are lit; null when they are lit for none.</param>
internal sealed class QueryText(DateOnly today, DateOnly? litOn = null)
{
    private const string Lit = "t.light";

    private readonly List<object> _values = [];

    /// <summary>The light of a row on this day; the phases were computed by the domain's rule.</summary>
    /// <remarks>Just after midnight, before the rows are lit anew, it is worked out from the phases: slower, never wrong.</remarks>
    public string Light { get; } = today == litOn ? Lit : LightOn(today.DayNumber.ToString(CultureInfo.InvariantCulture));

    public static string LightOn(string day) =>
        $"CASE WHEN t.due_on < {day} THEN t.light_overdue WHEN t.soon_from <= {day} THEN t.light_soon ELSE t.light_early END";

    public string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"$v{_values.Count}");
    }

    public string Values<T>(IEnumerable<T> values)
        where T : notnull => $"({string.Join(", ", values.Select(value => Value(value)))})";

    public List<TRow> Rows<TRow>(SqliteConnection connection, string sql, Func<SqliteDataReader, TRow> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < _values.Count; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$v{i + 1}"), _values[i]);
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public long Count(SqliteConnection connection, string fromWhere) =>
        Rows(connection, $"SELECT count(*) FROM {fromWhere}", row => row.GetInt64(0))[0];

    /// <summary>Counts no further than to one more than <paramref name="max"/>.</summary>
    public long CountTo(long max, SqliteConnection connection, string fromWhere) =>
        Rows(connection, $"SELECT count(*) FROM (SELECT 1 FROM {fromWhere} LIMIT {Value(max + 1)})", row => row.GetInt64(0))[0];

    /// <summary>What <see cref="Visibility.Covers(Assignment?)"/> says, for a row.</summary>
    public string Reaches(Visibility visibility, FirstCondition first = FirstCondition.Any) => visibility switch
    {
        Visibility.All => "1",
        Visibility.None => "0",
        Visibility.Agencies { Involved.Count: 0 } some => $"t.lead IN {Values(Codes(some.Led))}",
        Visibility.Agencies { Led.Count: 0 } some => On(some.Involved, first),
        Visibility.Agencies some => $"(t.lead IN {Values(Codes(some.Led))} OR {On(some.Involved, first)})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What <see cref="Visibility.Covers(AgencyCode)"/> says, for a column.</summary>
    public string Reaches(Visibility visibility, string column) => visibility switch
    {
        Visibility.All => "1",
        Visibility.None => "0",
        Visibility.Agencies some => $"{column} IN {Values(Codes(some.Led.Union(some.Involved)))}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public string On(IEnumerable<AgencyCode> agencies, FirstCondition first = FirstCondition.Any) =>
        first is FirstCondition.Any or FirstCondition.Agencies
            ? $"t.id IN (SELECT id FROM task_agencies WHERE agency IN {Values(Codes(agencies))})"
            : $"EXISTS (SELECT 1 FROM task_agencies a WHERE a.agency IN {Values(Codes(agencies))} AND a.id = t.id)";

    /// <summary>Visibility and filter together: there is no way to ask for the one without the other.</summary>
    /// <param name="first">The condition whose index is used; the unary plus keeps the indexes of the others out.</param>
    public string Matches(Caller caller, TaskFilter filter, FirstCondition first = FirstCondition.Any)
    {
        string Column(string name, FirstCondition condition) => first == condition || first == FirstCondition.Any ? name : $"+{name}";

        var all = new List<string> { Reaches(Visibility.Of(caller), first) };
        if (filter.Stages is { Count: > 0 } stages)
            all.Add($"{Column("t.stage", FirstCondition.Stage)} IN {Values(stages.Select(stage => (int)stage))}");
        if (filter.Lights is { Count: > 0 } lights)
            all.Add($"{(Light == Lit ? Column(Lit, FirstCondition.Light) : Light)} IN {Values(lights.Select(light => (int)light))}");
        if (filter.Lead is { } lead)
            all.Add($"{Column("t.lead", FirstCondition.Lead)} = {Value(lead.Value)}");
        if (filter.Agency is { } agency)
            all.Add(On([agency], first));
        if (filter.Plan is { } plan)
            all.Add($"{Column("t.plan", FirstCondition.Plan)} = {Value(plan.Value)}");
        if (filter.DueFrom is { } from)
            all.Add($"{Column("t.due_on", FirstCondition.Due)} >= {Value(from.DayNumber)}");
        if (filter.DueTo is { } to)
            all.Add($"{Column("t.due_on", FirstCondition.Due)} <= {Value(to.DayNumber)}");
        if (!string.IsNullOrWhiteSpace(filter.Text))
            all.Add(Holds(filter.Text));
        return string.Join(" AND ", all);
    }

    /// <summary>The same over the sums by stage, light and lead, for a filter of nothing else; null for others.</summary>
    public string? MatchesSums(Caller caller, TaskFilter filter)
    {
        if (Visibility.Of(caller) is not Visibility.All || Light != Lit
            || filter with { Stages = null, Lights = null, Lead = null, Text = null } != TaskFilter.Everything || !string.IsNullOrWhiteSpace(filter.Text))
        {
            return null;
        }

        return Matches(caller, filter);
    }

    private string Holds(string text) => SearchText.MatchOf(text) is { } match
        ? $"t.id IN (SELECT rowid FROM task_text WHERE task_text MATCH {Value(match)})"
        : "0";

    private static IEnumerable<string> Codes(IEnumerable<AgencyCode> agencies) => agencies.Select(agency => agency.Value);
}
