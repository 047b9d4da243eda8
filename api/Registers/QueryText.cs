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

    /// <summary>The rows are lit for this day, so that their column and the kept sums tell its lights.</summary>
    public bool IsLit { get; } = today == litOn;

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
    public string Reaches(Visibility visibility, FoundBy by = FoundBy.Any) => visibility switch
    {
        Visibility.All => "1",
        Visibility.None => "0",
        Visibility.Agencies { Involved.Count: 0 } some => $"{Column("t.lead", FoundBy.Lead, by)} IN {Values(Codes(some.Led))}",
        Visibility.Agencies { Led.Count: 0 } some => On(some.Involved, by),
        Visibility.Agencies some => $"({Column("t.lead", FoundBy.Lead, by)} IN {Values(Codes(some.Led))} OR {On(some.Involved, by)})",
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

    public string On(IEnumerable<AgencyCode> agencies, FoundBy by = FoundBy.Any) =>
        by is FoundBy.Any
            ? $"t.id IN (SELECT id FROM task_agencies WHERE agency IN {Values(Codes(agencies))})"
            : $"EXISTS (SELECT 1 FROM task_agencies o WHERE o.agency IN {Values(Codes(agencies))} AND o.id = t.id)";

    /// <summary>Where the rows are read from: some ways begin at a table beside that of the tasks.</summary>
    public static string From(FoundBy by) => by switch
    {
        FoundBy.Agency => "task_agencies a CROSS JOIN tasks t ON t.id = a.id",
        FoundBy.Text => "task_text CROSS JOIN tasks t ON t.id = task_text.rowid",
        _ => "tasks t",
    };

    /// <summary>Visibility and filter together: there is no way to ask for the one without the other.</summary>
    /// <param name="by">The condition whose index is used; the unary plus keeps the indexes of the others out.</param>
    public string Matches(Caller caller, TaskFilter filter, FoundBy by = FoundBy.Any) => All(Conditions(caller, filter, by));

    /// <summary>The same in two: what leads to the rows, and what is looked at in each of them.</summary>
    public (string Found, string Kept) MatchesInTwo(Caller caller, TaskFilter filter, FoundBy by)
    {
        var conditions = Conditions(caller, filter, by).ToLookup(condition => condition.Of == by);
        return (All(conditions[true]), All(conditions[false]));
    }

    private static string All(IEnumerable<(FoundBy Of, string Sql)> conditions) =>
        string.Join(" AND ", conditions.Select(condition => condition.Sql).DefaultIfEmpty("1"));

    private IEnumerable<(FoundBy Of, string Sql)> Conditions(Caller caller, TaskFilter filter, FoundBy by)
    {
        if (by is FoundBy.Agency)
            yield return (FoundBy.Agency, $"a.agency = {Value(SoleAgencyOf(caller, filter)!.Value.Value)}");
        if (by is not FoundBy.Agency || filter.Agency is not null)
            yield return (filter.Lead is null ? FoundBy.Lead : FoundBy.Any, Reaches(Visibility.Of(caller), filter.Lead is null || by is FoundBy.Any ? by : FoundBy.Order));
        if (filter.Agency is { } agency && by is not FoundBy.Agency)
            yield return (FoundBy.Agency, On([agency], by));
        foreach (var (of, sql) in InClasses(filter, (of, name) => of is FoundBy.Light && !IsLit ? Light : Column($"t.{name}", of, by)))
            yield return (of, sql);
        if (filter.Plan is { } plan)
            yield return (FoundBy.Plan, $"{Column("t.plan", FoundBy.Plan, by)} = {Value(plan.Value)}");
        foreach (var due in DueWithin(filter, Column("t.due_on", FoundBy.Due, by)))
            yield return (FoundBy.Due, due);
        if (!string.IsNullOrWhiteSpace(filter.Text))
            yield return (FoundBy.Text, Holds(filter.Text, by));
    }

    /// <summary>The same over the kept sums by agency, stage, light and lead; null where they do not know the answer.</summary>
    public string? MatchesSums(Caller caller, TaskFilter filter)
    {
        var others = filter with { Stages = null, Lights = null, Lead = null, Agency = null, Text = null };
        var agency = SoleAgencyOf(caller, filter);
        var isKnown = Visibility.Of(caller) switch
        {
            Visibility.All => true,
            Visibility.Agencies { Led.Count: 0, Involved: var own } => agency is { } one && own.Contains(one),
            _ => false,
        };
        if (!isKnown || !IsLit || others != TaskFilter.Everything || !string.IsNullOrWhiteSpace(filter.Text))
            return null;

        return All([(FoundBy.Agency, $"s.agency = {Value(agency?.Value ?? "")}"), .. InClasses(filter, (_, name) => $"s.{name}")]);
    }

    /// <summary>The one agency on whose table all found tasks are; null when none or several are asked for.</summary>
    public static AgencyCode? SoleAgencyOf(Caller caller, TaskFilter filter) =>
        filter.Agency ?? (Visibility.Of(caller) is Visibility.Agencies { Led.Count: 0, Involved: { Count: 1 } own } ? own.Single() : null);

    /// <summary>The agencies one of which leads every found task; null when others may too.</summary>
    public static IReadOnlyList<string>? LeadsOf(Caller caller, TaskFilter filter) =>
        filter.Lead is { } lead ? [lead.Value]
        : Visibility.Of(caller) is Visibility.Agencies { Involved.Count: 0 } some ? [.. Codes(some.Led)]
        : null;

    public IEnumerable<string> DueWithin(TaskFilter filter, string column)
    {
        if (filter.DueFrom is { } from)
            yield return $"{column} >= {Value(from.DayNumber)}";
        if (filter.DueTo is { } to)
            yield return $"{column} <= {Value(to.DayNumber)}";
    }

    private IEnumerable<(FoundBy Of, string Sql)> InClasses(TaskFilter filter, Func<FoundBy, string, string> column)
    {
        if (filter.Stages is { Count: > 0 } stages)
            yield return (FoundBy.Stage, $"{column(FoundBy.Stage, "stage")} IN {Values(stages.Select(stage => (int)stage))}");
        if (filter.Lights is { Count: > 0 } lights)
            yield return (FoundBy.Light, $"{column(FoundBy.Light, "light")} IN {Values(lights.Select(light => (int)light))}");
        if (filter.Lead is { } lead)
            yield return (FoundBy.Lead, $"{column(FoundBy.Lead, "lead")} = {Value(lead.Value)}");
    }

    private string Holds(string text, FoundBy by) => (SearchText.MatchOf(text), by) switch
    {
        (null, _) => "0",
        ({ } match, FoundBy.Text) => $"task_text MATCH {Value(match)}",
        ({ } match, FoundBy.Any) => $"t.id IN (SELECT rowid FROM task_text WHERE task_text MATCH {Value(match)})",
        ({ } match, _) => $"EXISTS (SELECT 1 FROM task_text WHERE task_text MATCH {Value(match)} AND rowid = t.id)",
    };

    private static string Column(string name, FoundBy own, FoundBy by) => by == own || by is FoundBy.Any ? name : $"+{name}";

    private static IEnumerable<string> Codes(IEnumerable<AgencyCode> agencies) => agencies.Select(agency => agency.Value);
}
