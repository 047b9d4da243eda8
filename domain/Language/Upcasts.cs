using System.Text.Json;
using Supervision.Tasks;

namespace Supervision.Language;

/// <summary>Kinds that are no longer written, and what they are today. A row is added when a kind gets a new meaning, and never removed.</summary>
public static class Upcasts
{
    private static readonly Dictionary<string, Func<JsonElement, Fact>> Rows = new()
    {
        // Before a task could have responsible and cooperating agencies it was assigned to its lead alone.
        ["task.assigned-to-lead"] = json => new TaskAssigned(new Assignment(
            json.GetProperty("lead").Deserialize<AgencyCode>(), [], [], json.GetProperty("dueOn").Deserialize<DateOnly>())),
    };

    public static bool IsKnown(string kind) => Rows.ContainsKey(kind);

    public static Fact? Read(string kind, JsonElement json) => Rows.TryGetValue(kind, out var upcast) ? upcast(json) : null;
}
