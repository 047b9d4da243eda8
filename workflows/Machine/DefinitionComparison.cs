using System.Text.Json;
using Supervision.Definitions;

namespace Supervision.Workflows;

/// <summary>Compares two contents of a definition, for people who decide about a migration.</summary>
public static class DefinitionComparison
{
    // Where an activity stands and what only a designer's canvas shows of it says nothing about what it does.
    private static readonly HashSet<string> NoSetting = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "metadata", "activities", "connections", "variables", "branches",
    };

    // Of the workflow as a whole: what goes in and out, and what becomes of a fault.
    private static readonly string[] Whole = ["customProperties", "inputs", "options", "outcomes", "outputs"];

    public static DefinitionChanges Of(WorkflowDefinition from, WorkflowDefinition to)
    {
        string[] both = [.. from.Nodes.Keys.Where(to.Nodes.ContainsKey)];
        var (arrowsBefore, arrowsAfter) = (Arrows(from), Arrows(to));
        var (before, after) = (Variables(from), Variables(to));
        return new DefinitionChanges(
            from.Hash, to.Hash,
            Sorted(to.Nodes.Keys.Except(from.Nodes.Keys)),
            Sorted(from.Nodes.Keys.Except(to.Nodes.Keys)),
            Sorted(both.Where(id => from.Nodes[id].Type != to.Nodes[id].Type)),
            Sorted(both.Where(id => from.NodeId(id) != to.NodeId(id))),
            Sorted([.. both.SelectMany(id => Settings(from.Nodes[id], to.Nodes[id])), .. OfTheWorkflow(from, to)]),
            Sorted(arrowsAfter.Except(arrowsBefore)),
            Sorted(arrowsBefore.Except(arrowsAfter)),
            Sorted(after.Keys.Except(before.Keys)),
            Sorted(before.Keys.Except(after.Keys)),
            Sorted(before.Keys.Where(id => after.TryGetValue(id, out var type) && type != before[id])));
    }

    private static IEnumerable<string> Settings(ActivityNode before, ActivityNode after)
    {
        var names = Members(before).Union(Members(after), StringComparer.Ordinal);
        return names.Where(name => !JsonElement.DeepEquals(Read(before, name), Read(after, name))).Select(name => $"{before.Id}.{name}");
    }

    private static IEnumerable<string> OfTheWorkflow(WorkflowDefinition from, WorkflowDefinition to)
    {
        var (before, after) = (JsonElement.Parse(from.Canonical.Span), JsonElement.Parse(to.Canonical.Span));
        return Whole.Where(name => !JsonElement.DeepEquals(Member(before, name), Member(after, name))).Select(name => $"workflow.{name}");
    }

    private static JsonElement Member(JsonElement definition, string name) => definition.TryGetProperty(name, out var value) ? value : Values.Null;

    private static IEnumerable<string> Members(ActivityNode node) => node.Json.EnumerateObject()
        .Select(member => member.Name).Where(name => !NoSetting.Contains(name) && !node.Ports.ContainsKey(name));

    private static JsonElement Read(ActivityNode node, string name) => node.Find(name) ?? Values.Null;

    private static HashSet<string> Arrows(WorkflowDefinition definition) =>
        [.. definition.Nodes.Values.SelectMany(node => node.Connections).Select(connection => connection.Key)];

    private static Dictionary<string, string> Variables(WorkflowDefinition definition) => definition.Nodes.Values
        .SelectMany(node => node.Variables).Concat(definition.Variables)
        .DistinctBy(variable => variable.Id).ToDictionary(variable => variable.Id, variable => variable.TypeName, StringComparer.Ordinal);

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
