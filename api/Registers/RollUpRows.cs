using Microsoft.Data.Sqlite;
using Supervision.Calendars;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Api.Registers;

/// <summary>The nodes of the roll-up as rows: one a plan or task, and one for each day on which a light below it changes.</summary>
internal sealed class RollUpRows(Statements sql) : IRollUpNodes
{
    private static readonly string Upsert = """
        INSERT INTO roll_up (
            node, is_task, id, parent, weight, counts, lit, placed_by, standing, stand_by, own, weights, sum,
            given_to, given_weight, given, lit_to, reached, mirrors, image, is_mirrored)
        VALUES (
            $node, $is_task, $id, $parent, $weight, $counts, $lit, $placed_by, $standing, $stand_by, $own, $weights, $sum,
            $given_to, $given_weight, $given, $lit_to, $reached, $mirrors, $image, $is_mirrored)
        ON CONFLICT (node) DO UPDATE SET
            parent = excluded.parent, weight = excluded.weight, counts = excluded.counts, lit = excluded.lit,
            placed_by = excluded.placed_by, standing = excluded.standing, stand_by = excluded.stand_by, own = excluded.own,
            weights = excluded.weights, sum = excluded.sum, given_to = excluded.given_to,
            given_weight = excluded.given_weight, given = excluded.given, lit_to = excluded.lit_to,
            reached = excluded.reached, mirrors = excluded.mirrors, image = excluded.image, is_mirrored = excluded.is_mirrored
        """;

    /// <summary>What a batch has changed of a task, as far as the nodes above it care.</summary>
    public static void Tell(
        RollUp rollUp, string task, long version, SupervisedTask before, SupervisedTask after, WorkingCalendar calendar)
    {
        foreach (var part in ReferenceEquals(before.Changes.Parts, after.Changes.Parts) ? [] : after.Changes.Parts)
            rollUp.Place(RollUpKey.Of(part.Task), version, RollUpRules.PlaceOf(new TaskId(task), part));

        var (inputsBefore, inputs) = (LightInputs.Of(before), LightInputs.Of(after));
        var lit = before.Registration is not null;
        var (standing, own) = (RollUpRules.StandingOf(after), RollUpRules.PermilleOf(after));
        if (lit && inputs == inputsBefore && standing == RollUpRules.StandingOf(before) && own == RollUpRules.PermilleOf(before))
            return;

        var lights = LightsOf(inputs, calendar);
        if (lit)
            lights.Add(LightsOf(inputsBefore, calendar), -1);
        var key = RollUpKey.Of(new TaskId(task));
        rollUp.Tell(key, version, standing, own, lights, standing is Standing.Merged ? RollUpKey.Of(after.Changes.MergedInto!.Value) : null);
    }

    // What was split shows the lights of its parts.
    private static LightProfile LightsOf(LightInputs task, WorkingCalendar calendar) =>
        task.Stage is TaskStage.Split ? [] : LightProfile.Of(LightPhases.Of(task, calendar));

    /// <summary>The node's stream has recorded a mark. Comes after the node was saved, which the first fact of its stream sees to.</summary>
    public static void Recorded(Statements sql, string stream, int percent) => sql.Execute(
        "UPDATE roll_up SET recorded = max(recorded, $percent) WHERE node = $node", ("$node", stream), ("$percent", percent));

    public RollUpNode? Find(string key)
    {
        using var row = sql.Read("SELECT parent, weight, counts, lit, placed_by, standing, stand_by, own, weights, sum, given_to, given_weight, given, lit_to, mirrors, image, is_mirrored FROM roll_up WHERE node = $node", ("$node", key));
        if (!row.Read())
            return null;

        var placement = TaskRowReader.TextAt(row, 0) is { } parent ? new Placement(parent, row.GetInt32(1), row.GetBoolean(2), row.GetBoolean(3)) : null;
        var given = TaskRowReader.TextAt(row, 10) is { } to ? new Contribution(to, row.GetInt32(11), Ratio.Parse(row.GetString(12))) : null;
        return new RollUpNode(
            key, placement, row.GetInt64(4), (Standing)row.GetInt32(5), row.GetInt64(6), row.GetInt32(7), row.GetInt64(8),
            Ratio.Parse(row.GetString(9)), given, TaskRowReader.TextAt(row, 13), TaskRowReader.TextAt(row, 14), RatioAt(row, 15), row.GetBoolean(16));
    }

    public static Ratio? RatioAt(SqliteDataReader row, int column) => TaskRowReader.TextAt(row, column) is { } text ? Ratio.Parse(text) : null;

    public IReadOnlyList<string> MirrorsOf(string key)
    {
        using var rows = sql.Read("SELECT node FROM roll_up WHERE mirrors = $node", ("$node", key));
        var mirrors = new List<string>();
        while (rows.Read())
            mirrors.Add(rows.GetString(0));
        return mirrors;
    }

    public void Save(RollUpNode node)
    {
        var slash = node.Key.IndexOf('/', StringComparison.Ordinal);
        sql.Execute(Upsert,
            ("$node", node.Key), ("$is_task", node.Key.StartsWith("task", StringComparison.Ordinal)), ("$id", node.Key[(slash + 1)..]),
            ("$parent", node.Placement?.Parent), ("$weight", node.Placement?.Weight), ("$counts", node.Placement?.Counts),
            ("$lit", node.Placement?.Lit), ("$placed_by", node.PlacedBy), ("$standing", (int)node.Standing), ("$stand_by", node.StandBy),
            ("$own", node.Own), ("$weights", node.Weights), ("$sum", node.Sum.ToString()), ("$given_to", node.Given?.Parent),
            ("$given_weight", node.Given?.Weight), ("$given", node.Given?.Progress.ToString()), ("$lit_to", node.LitTo),
            ("$reached", node.Reached), ("$mirrors", node.Mirrors), ("$image", node.Image?.ToString()), ("$is_mirrored", node.IsMirrored));
    }

    public LightProfile LightsOf(string key)
    {
        using var rows = sql.Read("SELECT day, light, tasks FROM roll_up_lights WHERE node = $node", ("$node", key));
        var profile = new LightProfile();
        while (rows.Read())
            profile.Add(rows.GetInt32(0), (Light)rows.GetInt32(1), rows.GetInt32(2));
        return profile;
    }

    public void AddLights(string key, LightProfile change)
    {
        foreach (var (day, light, tasks) in change)
        {
            sql.Execute(
                "INSERT INTO roll_up_lights (node, day, light, tasks) VALUES ($node, $day, $light, $tasks) "
                + "ON CONFLICT DO UPDATE SET tasks = tasks + excluded.tasks",
                ("$node", key), ("$day", day), ("$light", (int)light), ("$tasks", tasks));
        }
    }
}
