using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Workflows;

/// <summary>Where activities stand in the JSON of a definition that is about to be changed: the same places that <see cref="ActivityReader"/> reads.</summary>
internal static class ActivityJson
{
    /// <summary>Every activity with the ids of those around it, the outermost first, its own last.</summary>
    public static IEnumerable<(JsonObject Activity, string NodeId)> All(JsonObject definition) =>
        definition["root"] is JsonObject root && IsActivity(root) ? From(root, Activities.InnerWorkflow.NodeId) : [];

    private static IEnumerable<(JsonObject Activity, string NodeId)> From(JsonObject activity, string around)
    {
        var nodeId = $"{around}:{(string)activity["id"]!}";
        return Inside(activity).SelectMany(child => From(child, nodeId)).Prepend((activity, nodeId));
    }

    private static IEnumerable<JsonObject> Inside(JsonObject activity) => activity.SelectMany(member => member.Key switch
    {
        _ when ActivityReader.IsList(member.Key) => Items(member.Value).Where(IsActivity),
        "cases" => Items(member.Value).Select(branch => branch["activity"]).OfType<JsonObject>().Where(IsActivity),
        _ when ActivityReader.IsReserved(member.Key) => [],
        _ => member.Value is JsonObject embedded && IsActivity(embedded) ? [embedded] : [],
    });

    private static IEnumerable<JsonObject> Items(JsonNode? list) => list switch
    {
        JsonObject wrapped when wrapped["$values"] is JsonArray values => values.OfType<JsonObject>(),
        JsonObject single => [single],
        JsonArray array => array.OfType<JsonObject>(),
        _ => [],
    };

    private static bool IsActivity(JsonObject value) => IsWord(value["type"]) && IsWord(value["id"]);

    private static bool IsWord(JsonNode? value) =>
        value is JsonValue word && word.GetValueKind() == JsonValueKind.String && ((string)word!).Length > 0;
}
