using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Workflows;

/// <summary>Writes a definition as Elsa's designer exports it: the file can be imported there, and read here with the same hash.</summary>
/// <remarks>Members that nobody here knows are kept as they were; the ids of nodes are computed again.</remarks>
public static class DefinitionWriter
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly JsonSerializerOptions Format = new(CanonicalJson.Relaxed) { WriteIndented = true };

    // The order in which the designer writes them; what is not here stands before the root.
    private static readonly string[] Leading =
    [
        "$schema", "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs",
        "outcomes", "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options",
    ];

    public static byte[] Write(WorkflowDefinition definition)
    {
        var content = JsonNode.Parse(definition.Canonical.Span)!.AsObject();
        foreach (var (activity, nodeId) in ActivityJson.All(content).ToArray()) activity["nodeId"] = nodeId;
        content["$schema"] = Schema;
        (content["isLatest"], content["isPublished"]) = (true, true);

        var export = new JsonObject();
        var names = content.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Leading.Where(names.Contains).Concat(names.Except(Leading).Where(name => name != "root")).Append("root"))
        {
            content.Remove(name, out var value);
            export[name] = value;
        }

        return JsonSerializer.SerializeToUtf8Bytes(export, Format);
    }
}
