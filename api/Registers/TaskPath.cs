using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>By what the rows of a question are found; its other conditions are looked at in each row.</summary>
internal enum FoundBy
{
    /// <summary>Whatever SQLite takes.</summary>
    Any,

    /// <summary>By nothing: the rows are read in the order that was asked for, until a page is full.</summary>
    Order,

    Stage, Light, Lead, Agency, Plan, Due, Text,
}

/// <summary>One way to the rows of a question.</summary>
/// <param name="Rows">How many rows it leads to; no more than <see cref="TaskPaths.CountedMax"/> are counted where no sum is kept.</param>
/// <param name="IsSorted">They come in the order that was asked for: a page needs only the first of them.</param>
internal readonly record struct TaskPath(FoundBy By, long Rows, bool IsSorted);

/// <summary>
/// Chooses by how many rows have to be looked at. SQLite knows averages alone: to it a stage of half the register looks
/// like one of ten tasks.
/// </summary>
internal sealed class TaskPaths(SqliteConnection connection, QueryText text, Caller caller, TaskQuery query)
{
    public const long CountedMax = 50_000;

    /// <summary>Whether a text stands in one certain row costs what looking at so many rows does.</summary>
    private const double TextProbe = 40;

    /// <summary>Matches are never spread evenly over the order; a walk may be so many times longer than the even share.</summary>
    private const double Unevenness = 4;

    private readonly List<TaskPath> _paths = [.. PathsOf(connection, text, caller, query)];

    public IReadOnlyList<TaskPath> All => _paths;

    /// <summary>The way that looks at the fewest rows for one page.</summary>
    public FoundBy ForPage()
    {
        var all = Math.Max(1.0, _paths[0].Rows);
        var matches = Math.Max(1, _paths.Aggregate(all, (rows, path) => rows * (path.Rows / all)));
        return _paths.MinBy(path => Looks(path) * (path.By is not FoundBy.Text && HasText ? TextProbe : 1)).By;

        double Looks(TaskPath path) => !path.IsSorted ? path.Rows
            : Math.Min(path.Rows, path.Rows / matches * query.Limit * (path.Rows > matches ? Unevenness : 1));
    }

    /// <summary>The way to the fewest rows. With a text it is the text: to ask row by row is dear.</summary>
    public TaskPath ForTotal() => HasText ? _paths.Single(path => path.By is FoundBy.Text) : _paths.MinBy(path => path.Rows);

    private bool HasText => !string.IsNullOrWhiteSpace(query.Filter.Text);

    // The first is the way by nothing, to all rows.
    private static IEnumerable<TaskPath> PathsOf(SqliteConnection connection, QueryText text, Caller caller, TaskQuery query)
    {
        var filter = query.Filter;
        var byUrgency = query.Sort is TaskSort.Urgency;
        yield return new(FoundBy.Order, Sum("agency = ''"), IsSorted: true);
        if (filter.Stages is { Count: > 0 } stages)
            yield return new(FoundBy.Stage, Sum($"agency = '' AND stage IN {text.Values(stages.Select(stage => (int)stage))}"), byUrgency && stages.Count == 1);
        if (filter.Lights is { Count: > 0 } lights && text.IsLit)
            yield return new(FoundBy.Light, Sum($"agency = '' AND light IN {text.Values(lights.Select(light => (int)light))}"), byUrgency && lights.Count == 1);
        if (QueryText.LeadsOf(caller, filter) is { } leads)
            yield return new(FoundBy.Lead, Sum($"agency = '' AND lead IN {text.Values(leads)}"), byUrgency && leads.Count == 1);
        if (QueryText.SoleAgencyOf(caller, filter) is { } agency)
            yield return new(FoundBy.Agency, Sum($"agency = {text.Value(agency.Value)}"), byUrgency);
        if (filter.Plan is { } plan)
            yield return new(FoundBy.Plan, Counted($"tasks WHERE plan = {text.Value(plan.Value)}"), byUrgency);
        if (filter.DueFrom is not null || filter.DueTo is not null)
            yield return new(FoundBy.Due, Counted($"tasks t WHERE {string.Join(" AND ", text.DueWithin(filter, "t.due_on"))}"), IsSorted: false);
        if (!string.IsNullOrWhiteSpace(filter.Text))
            yield return new(FoundBy.Text, SearchText.MatchOf(filter.Text) is { } match ? Counted($"task_text WHERE task_text MATCH {text.Value(match)}") : 0, IsSorted: false);

        long Sum(string where) => text.Rows(connection, $"SELECT coalesce(sum(tasks), 0) FROM task_sums WHERE {where}", row => row.GetInt64(0))[0];

        long Counted(string fromWhere) => text.CountTo(CountedMax, connection, fromWhere);
    }
}
