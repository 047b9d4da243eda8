using System.Text.Json;
using Supervision.Calendars;
using Supervision.Coverage;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Registers;

/// <summary>Where holes lie: an item of a plan and, once there is one, its task.</summary>
/// <param name="OfTask">Whether the task's own facts decide, or the plan's: the two never close each other's holes.</param>
internal sealed record HolePlace(PlanId Plan, string Path, string? Task, string Title, string? Quote, int? Line, bool OfTask = false)
{
    public string KeyOf(Hole hole) => $"{Plan}|{Path}|{(OfTask ? "task" : "plan")}|{hole.Slot}";
}

/// <summary>
/// Holes as rows, each with the instants at which it opened and closed. What the facts of another stream end is kept
/// apart, by key and with the earliest instant, so that it makes no difference which stream is read first.
/// </summary>
internal static class HoleRows
{
    private static readonly string Open =
        "INSERT INTO holes (plan, kind, key, path, task, agency, title, words, quote, line, opened) "
        + "VALUES ($plan, $kind, $key, $path, $task, $agency, $title, $words, $quote, $line, $opened) "
        + "ON CONFLICT DO UPDATE SET closed = NULL, words = excluded.words";

    public static void Change(
        Statements sql, HolePlace place, IEnumerable<Hole> before, IEnumerable<Hole> after, DateTimeOffset at)
    {
        var (gone, come) = (BySlot(before), BySlot(after));
        foreach (var hole in gone.Values.Where(hole => !come.ContainsKey(hole.Slot)))
            Close(sql, place, hole, at);
        foreach (var hole in come.Values)
        {
            if (!gone.TryGetValue(hole.Slot, out var there))
                Add(sql, place, hole, at);
            else if (!there.Words.SequenceEqual(hole.Words))
                Reword(sql, place, hole);
        }
    }

    public static void Add(Statements sql, HolePlace place, Hole hole, DateTimeOffset at) => sql.Execute(Open,
        ("$plan", place.Plan.Value), ("$kind", (int)hole.Kind), ("$key", place.KeyOf(hole)), ("$path", place.Path), ("$task", place.Task),
        ("$agency", hole.Agency?.Value), ("$title", place.Title), ("$words", JsonSerializer.Serialize(hole.Words)), ("$quote", place.Quote),
        ("$line", place.Line), ("$opened", OpenedAt(hole, at)));

    /// <summary>Ends a hole by the facts of another stream than its own; the earliest counts.</summary>
    public static void End(Statements sql, string key, DateTimeOffset at) => sql.Execute(
        "INSERT INTO hole_ends (key, at) VALUES ($key, $at) ON CONFLICT DO UPDATE SET at = min(at, excluded.at)",
        ("$key", key), ("$at", at.ToUnixTimeMilliseconds()));

    /// <summary>The agency is on something of the plan: its text no longer passes it by.</summary>
    public static void Reach(Statements sql, PlanId plan, AgencyCode agency, DateTimeOffset at) =>
        End(sql, new HolePlace(plan, "", null, "", null, null).KeyOf(new Hole(HoleKind.AgencyNotNamed, Agency: agency)), at);

    // One that was to open by itself and did not come to it was none.
    private static void Close(Statements sql, HolePlace place, Hole hole, DateTimeOffset at)
    {
        (string, object?)[] which =
            [("$plan", place.Plan.Value), ("$kind", (int)hole.Kind), ("$key", place.KeyOf(hole)), ("$at", at.ToUnixTimeMilliseconds())];
        sql.Execute("DELETE FROM holes WHERE plan = $plan AND kind = $kind AND key = $key AND closed IS NULL AND opened > $at", which);
        sql.Execute("UPDATE holes SET closed = $at WHERE plan = $plan AND kind = $kind AND key = $key AND closed IS NULL", which);
    }

    private static void Reword(Statements sql, HolePlace place, Hole hole) => sql.Execute(
        "UPDATE holes SET words = $words WHERE plan = $plan AND kind = $kind AND key = $key AND closed IS NULL",
        ("$words", JsonSerializer.Serialize(hole.Words)), ("$plan", place.Plan.Value), ("$kind", (int)hole.Kind), ("$key", place.KeyOf(hole)));

    private static Dictionary<string, Hole> BySlot(IEnumerable<Hole> holes) =>
        holes.DistinctBy(hole => hole.Slot).ToDictionary(hole => hole.Slot);

    private static long OpenedAt(Hole hole, DateTimeOffset at) => (hole.OpensOn is { } day
        ? WorkingCalendar.At(day, TimeOnly.MinValue)
        : at).ToUnixTimeMilliseconds();
}
