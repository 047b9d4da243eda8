using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows;

/// <summary>The workflows that a definition uses as activities. Publishing writes into each use the content that is current then.</summary>
public static class DefinitionLinks
{
    /// <summary>How deep workflows may use one another.</summary>
    public const int DepthMax = 16;

    /// <summary>What a definition uses; read without its workflows, it has no other way to tell than that no activity has the type.</summary>
    public static IReadOnlyList<ActivityUse> In(WorkflowDefinition definition) =>
        [.. definition.Nodes.Values.Where(node => ActivityCatalogue.Find(node.Type) is null).Select(node => ActivityUse.Of(node.Json)).Distinct()];

    /// <summary>The type under which a workflow can be used besides its definition id.</summary>
    public static string TypeOf(WorkflowDefinition workflow) => workflow.Name.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The definition with the hash of what it uses in each node; nodes whose use is not known lose theirs.</summary>
    /// <param name="json">A definition that can be read.</param>
    public static byte[] Write(ReadOnlyMemory<byte> json, Func<ActivityUse, WorkflowDefinition?> workflows)
    {
        var definition = JsonNode.Parse(json.Span)!.AsObject();
        foreach (var (activity, _) in ActivityJson.All(definition["model"] as JsonObject ?? definition).ToArray())
        {
            if (ActivityCatalogue.Find((string)activity["type"]!) is not null) continue;
            activity.Remove(ActivityUse.HashMember, out var before);
            if (workflows(Use(activity, before)) is { } workflow) activity[ActivityUse.HashMember] = workflow.Hash;
        }

        return JsonSerializer.SerializeToUtf8Bytes(definition, CanonicalJson.Relaxed);
    }

    /// <summary>How many workflows deep a definition goes; 1 when it uses none.</summary>
    internal static int Depth(WorkflowDefinition definition) => 1 + Used(definition).Select(used => used.UseDepth).DefaultIfEmpty(0).Max();

    internal static IEnumerable<WorkflowDefinition> Used(WorkflowDefinition definition) =>
        definition.Nodes.Values.Select(node => node.Workflow).OfType<WorkflowDefinition>().Distinct();

    private static ActivityUse Use(JsonObject activity, JsonNode? hash) => new(Word(activity["type"]), Word(activity["workflowDefinitionId"]), Word(hash));

    private static string Word(JsonNode? value) =>
        value is JsonValue word && word.GetValueKind() == JsonValueKind.String ? (string)word! : "";
}
