using System.Text;
using Supervision.Silo.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Definitions;

/// <summary>Finds the published workflows that a definition uses as activities, and writes into it which content of theirs it uses.</summary>
internal sealed class DefinitionLinker(DefinitionSource source, PublishedNames names)
{
    /// <summary>The definition and its text as they are kept. Uses that nobody has published stay open; the checks name them.</summary>
    /// <exception cref="DefinitionFormatException">The text is no workflow definition.</exception>
    public async Task<(WorkflowDefinition Definition, string Json)> LinkAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var draft = DefinitionReader.Read(bytes);
        var uses = DefinitionLinks.In(draft);
        if (uses.Count == 0) return (draft, json);

        var found = new Dictionary<ActivityUse, WorkflowDefinition>();
        foreach (var use in uses)
            if (await FindAsync(use) is { } workflow) found[use] = workflow;

        var linked = DefinitionLinks.Write(bytes, found.GetValueOrDefault);
        var byHash = found.Values.DistinctBy(workflow => workflow.Hash).ToDictionary(workflow => workflow.Hash);
        return (DefinitionReader.Read(linked, use => byHash.GetValueOrDefault(use.Hash)), Encoding.UTF8.GetString(linked));
    }

    // By the id that the designer wrote, by its id as the type, by its name as the type.
    private async Task<WorkflowDefinition?> FindAsync(ActivityUse use)
    {
        string[] ids = use.DefinitionId.Length > 0 ? [use.DefinitionId] : [use.Type];
        foreach (var id in use.DefinitionId.Length > 0 ? ids : ids.Concat(await names.OfTypeAsync(use.Type)))
            if (await source.PublishedAsync(id) is { IsUsableAsActivity: true } workflow) return workflow;
        return null;
    }
}
