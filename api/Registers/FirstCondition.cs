using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>
/// Which condition of a query finds the rows by its index; the others are looked at in each row. SQLite knows averages
/// alone: to it a stage of half the register looks like one of ten tasks.
/// </summary>
internal enum FirstCondition
{
    /// <summary>Whatever SQLite takes.</summary>
    Any,

    /// <summary>None: the rows are read in the order that was asked for, until a page is full.</summary>
    Order,

    Stage, Light, Lead, Agencies, Plan, Due, Text,
}

/// <summary>Chooses the first condition by how many rows each finds; counting stops where it would not be chosen any more.</summary>
internal static class FirstConditions
{
    /// <summary>More rows than this are not sorted for a page; the order's own index is walked instead.</summary>
    private const long SortedMax = 10_000;

    public static FirstCondition Of(SqliteConnection connection, QueryText text, Caller caller, TaskFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Text)) return FirstCondition.Text;
        if (filter.Plan is not null) return FirstCondition.Plan;

        var fewest = Counts(connection, text, caller, filter).DefaultIfEmpty((Rows: long.MaxValue, FirstCondition.Order)).MinBy(count => count.Rows);
        return fewest.Rows <= SortedMax ? fewest.Item2 : FirstCondition.Order;
    }

    private static IEnumerable<(long Rows, FirstCondition)> Counts(SqliteConnection connection, QueryText text, Caller caller, TaskFilter filter)
    {
        if (filter.Stages is { Count: > 0 } stages)
            yield return (Sum($"t.stage IN {text.Values(stages.Select(stage => (int)stage))}"), FirstCondition.Stage);
        if (filter.Lights is { Count: > 0 } lights)
            yield return (Sum($"t.light IN {text.Values(lights.Select(light => (int)light))}"), FirstCondition.Light);
        if (filter.Lead is { } lead)
            yield return (Sum($"t.lead = {text.Value(lead.Value)}"), FirstCondition.Lead);
        if (filter.DueFrom is not null || filter.DueTo is not null)
            yield return (text.CountTo(SortedMax, connection, $"tasks t WHERE {Due()}"), FirstCondition.Due);
        if (filter.Agency is { } agency)
            yield return (OfAgencies([agency]), FirstCondition.Agencies);
        if (Visibility.Of(caller) is Visibility.Agencies { Led.Count: 0 } some)
            yield return (OfAgencies(some.Involved), FirstCondition.Agencies);

        long Sum(string where) => text.Rows(connection, $"SELECT coalesce(sum(t.tasks), 0) FROM task_sums t WHERE {where}", row => row.GetInt64(0))[0];

        long OfAgencies(IEnumerable<AgencyCode> agencies) => text.CountTo(
            SortedMax, connection, $"task_agencies WHERE agency IN {text.Values(agencies.Select(code => code.Value))}");

        string Due() => string.Join(" AND ",
            new[] { (">=", filter.DueFrom), ("<=", filter.DueTo) }.Where(side => side.Item2 is not null)
                .Select(side => $"t.due_on {side.Item1} {text.Value(side.Item2!.Value.DayNumber)}"));
    }
}
