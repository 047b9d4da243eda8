using System.Globalization;
using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Conditions of queries as SQL over <c>tasks t</c>, with their values as parameters.</summary>
internal sealed class QueryText(DateOnly today)
{
    private readonly List<object> _values = [];

    /// <summary>The light of a row on this day; the phases were computed by the domain's rule.</summary>
    public string Light { get; } = string.Create(CultureInfo.InvariantCulture,
        $"CASE WHEN t.due_on < {today.DayNumber} THEN t.light_overdue WHEN t.soon_from <= {today.DayNumber} THEN t.light_soon ELSE t.light_early END");

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

    /// <summary>What <see cref="Visibility.Covers(Assignment?)"/> says, for a row.</summary>
    public string Reaches(Visibility visibility) => visibility switch
    {
        Visibility.All => "1",
        Visibility.None => "0",
        Visibility.Agencies { Involved.Count: 0 } some => $"t.lead IN {Values(Codes(some.Led))}",
        Visibility.Agencies { Led.Count: 0 } some => On(some.Involved),
        Visibility.Agencies some => $"(t.lead IN {Values(Codes(some.Led))} OR {On(some.Involved)})",
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

    public string On(IEnumerable<AgencyCode> agencies) =>
        $"t.id IN (SELECT id FROM task_agencies WHERE agency IN {Values(Codes(agencies))})";

    /// <summary>Visibility and filter together: there is no way to ask for the one without the other.</summary>
    public string Matches(Caller caller, TaskFilter filter)
    {
        var all = new List<string> { Reaches(Visibility.Of(caller)) };
        if (filter.Stages is { Count: > 0 } stages)
            all.Add($"t.stage IN {Values(stages.Select(stage => (int)stage))}");
        if (filter.Lights is { Count: > 0 } lights)
            all.Add($"{Light} IN {Values(lights.Select(light => (int)light))}");
        if (filter.Lead is { } lead)
            all.Add($"t.lead = {Value(lead.Value)}");
        if (filter.Agency is { } agency)
            all.Add(On([agency]));
        if (filter.Plan is { } plan)
            all.Add($"t.plan = {Value(plan.Value)}");
        if (filter.DueFrom is { } from)
            all.Add($"t.due_on >= {Value(from.DayNumber)}");
        if (filter.DueTo is { } to)
            all.Add($"t.due_on <= {Value(to.DayNumber)}");
        if (!string.IsNullOrWhiteSpace(filter.Text))
            all.Add(Holds(filter.Text));
        return string.Join(" AND ", all);
    }

    private string Holds(string text) => SearchText.MatchOf(text) is { } match
        ? $"t.id IN (SELECT rowid FROM task_text WHERE task_text MATCH {Value(match)})"
        : "0";

    private static IEnumerable<string> Codes(IEnumerable<AgencyCode> agencies) => agencies.Select(agency => agency.Value);
}
