using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>A variable of a workflow or of a container. Steps refer to it by <paramref name="Id"/>, scripts by <paramref name="Name"/>.</summary>
/// <param name="Default">The value it begins with, as the definition writes it; undefined for none.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, JsonElement Default);

/// <summary>An input or an output that a workflow declares.</summary>
public sealed record ArgumentDefinition(string Name, string TypeName);
