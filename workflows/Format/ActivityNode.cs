using System.Collections.Immutable;
using System.Text.Json;

namespace Supervision.Workflows;

/// <summary>An activity as a definition places it.</summary>
public sealed record ActivityNode
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What people read: the designer's display text, or else the name, or else the id.</summary>
    public string DisplayText { get; init; } = "";

    public bool CanStartWorkflow { get; init; }

    /// <summary>Inputs by camel-cased name.</summary>
    public IReadOnlyDictionary<string, Expression> Inputs { get; init; } = ImmutableDictionary<string, Expression>.Empty;

    /// <summary>Outputs by camel-cased name: the id of the variable that takes the value.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Embedded activities by port: <c>then</c>, <c>body</c>, <c>default</c>.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Ports { get; init; } = ImmutableDictionary<string, ActivityNode>.Empty;

    /// <summary>The activities of a container, in the order of the definition.</summary>
    public ImmutableArray<ActivityNode> Children { get; init; } = [];

    /// <summary>The cases of a switch, in the order of the definition.</summary>
    public ImmutableArray<SwitchCase> Cases { get; init; } = [];

    /// <summary>The published workflow that stands here as an activity; null for every other type.</summary>
    public WorkflowDefinition? Workflow { get; init; }

    public ImmutableArray<Connection> Connections { get; init; } = [];

    /// <summary>Connections from or to activities that do not exist. They are never followed; publishing refuses them.</summary>
    public ImmutableArray<Connection> Dangling { get; init; } = [];

    public ImmutableArray<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The node as written, for properties of single activities (<c>cases</c>, <c>variable</c>) and for checks.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>Everything inside: the children, the activities of cases, then the ports.</summary>
    public IEnumerable<ActivityNode> Inside =>
    [
        .. Children,
        .. Cases.Select(branch => branch.Activity).OfType<ActivityNode>(),
        .. Ports.OrderBy(port => port.Key, StringComparer.Ordinal).Select(port => port.Value),
    ];

    public JsonElement? Find(string property) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(property, out var value) ? value : null;
}
