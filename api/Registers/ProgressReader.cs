using System.Globalization;
using Microsoft.Data.Sqlite;
using Supervision.Language;
using Supervision.Registers;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>Reads nodes of the roll-up as one caller may see them, on one day.</summary>
internal sealed class ProgressReader(SqliteConnection connection, Caller caller, DateOnly day)
{
    private static readonly string Joined =
        "roll_up r LEFT JOIN tasks t ON r.is_task AND t.task = r.id LEFT JOIN plans p ON NOT r.is_task AND p.plan = r.id";

    private readonly Visibility _visibility = Visibility.Of(caller);

    /// <summary>A node by its key, without what is below it; null where the caller does not see it.</summary>
    public ProgressNode? Root(string key)
    {
        var text = new QueryText(day);
        return Read(text, $"r.node = {text.Value(key)} AND {Seen(text)} LIMIT 1").FirstOrDefault();
    }

    /// <summary>The node with its children, to a depth.</summary>
    public ProgressNode WithBelow(ProgressNode node, int depth)
    {
        if (depth == 0 || node.Children == 0)
            return node;

        var text = new QueryText(day);
        var below = Read(text,
            $"r.parent = {text.Value(KeyOf(node))} AND {Seen(text)} ORDER BY length(r.node), r.node LIMIT {ProgressQuery.ChildrenMax}");
        return node with { Below = [.. below.Select(child => WithBelow(child, depth - 1))] };
    }

    private List<ProgressNode> Read(QueryText text, string where) =>
        [.. text.Rows(connection,
            $"""
            SELECT r.is_task, r.id, t.title, t.stage, {text.Light}, t.lead, t.starts_on, t.due_on, p.title, p.agency,
                r.weight, r.given IS NOT NULL, r.standing, r.own, r.weights, r.sum, r.image
            FROM {Joined} WHERE {where}
            """, ReadNode).Select(Completed)];

    private ProgressNode ReadNode(SqliteDataReader row)
    {
        var isTask = row.GetBoolean(0);
        TaskStage? stage = row.IsDBNull(3) ? null : (TaskStage)row.GetInt32(3);
        var node = RollUpNode.New("") with { Standing = (Standing)row.GetInt32(12), Own = row.GetInt32(13), Weights = row.GetInt64(14), Sum = Ratio.Parse(row.GetString(15)), Image = RollUpRows.RatioAt(row, 16) };
        return new ProgressNode(
            isTask ? ProgressKind.Task : ProgressKind.Plan, row.GetString(1), TaskRowReader.TextAt(row, isTask ? 2 : 8),
            TaskRowReader.AgencyAt(row, isTask ? 5 : 9), stage, stage is { } s ? TaskLabels.Of(s) : null,
            stage is null ? null : (Light)row.GetInt32(4), row.IsDBNull(10) ? null : row.GetInt32(10), row.GetBoolean(11),
            node.Progress?.Rounded(),
            isTask && node.Progress is not null ? RollUpRules.ExpectedOf(TaskRowReader.DayAt(row, 6), TaskRowReader.DayAt(row, 7), day) : null,
            new Dictionary<Light, long>(), 0, 0, []);
    }

    private ProgressNode Completed(ProgressNode node)
    {
        var (children, counted) = ChildrenOf(node);
        return node with
        {
            Lights = LightsOf(node),
            Children = children,
            Counted = counted,
            ExpectedPermille = node is { Kind: ProgressKind.Plan, Permille: not null } ? ExpectedOf(node) : node.ExpectedPermille,
        };
    }

    private Dictionary<Light, long> LightsOf(ProgressNode node)
    {
        var text = new QueryText(day);
        return text.Rows(connection,
            "SELECT light, sum(tasks) FROM roll_up_lights "
            + $"WHERE node = {text.Value(KeyOf(node))} AND day <= {text.Value(day.DayNumber)} GROUP BY light HAVING sum(tasks) <> 0",
            row => (Light: (Light)row.GetInt32(0), Tasks: row.GetInt64(1))).ToDictionary(light => light.Light, light => light.Tasks);
    }

    private (long All, long Counted) ChildrenOf(ProgressNode node)
    {
        var text = new QueryText(day);
        return text.Rows(connection,
            $"SELECT count(*), coalesce(sum(r.given IS NOT NULL), 0) FROM {Joined} WHERE r.parent = {text.Value(KeyOf(node))} AND {Seen(text)}",
            row => (row.GetInt64(0), row.GetInt64(1)))[0];
    }

    // What RollUpRules.ExpectedOf says of each task that counts, weighed as its progress is.
    private int ExpectedOf(ProgressNode plan)
    {
        var text = new QueryText(day);
        var percent = string.Create(CultureInfo.InvariantCulture,
            $"CASE WHEN t.due_on IS NULL OR t.starts_on IS NULL THEN 0 WHEN t.due_on <= t.starts_on THEN 100 ELSE min(100, max(0, ({day.DayNumber} - t.starts_on) * 100 / (t.due_on - t.starts_on))) END");
        var (sum, weights) = text.Rows(connection,
            $"SELECT coalesce(sum(r.given_weight * {percent}), 0), coalesce(sum(r.given_weight), 0) FROM {Joined} WHERE r.parent = {text.Value(KeyOf(plan))} AND r.given IS NOT NULL",
            row => (row.GetInt64(0), row.GetInt64(1)))[0];
        return new Ratio(sum * 10, Math.Max(1, weights)).Rounded();
    }

    // A task as its own page; a sub-plan by its maker; what nobody below the city makes, by who sees everything.
    private string Seen(QueryText text) => _visibility is Visibility.All
        ? "(r.is_task OR p.plan IS NOT NULL) AND (NOT r.is_task OR t.id IS NOT NULL OR r.parent IS NOT NULL)"
        : $"CASE WHEN r.is_task THEN t.id IS NOT NULL AND {text.Reaches(_visibility)} ELSE p.agency IS NOT NULL AND {text.Reaches(_visibility, "p.agency")} END";

    private static string KeyOf(ProgressNode node) => $"{(node.Kind is ProgressKind.Task ? "task" : "plan")}/{node.Id}";
}
