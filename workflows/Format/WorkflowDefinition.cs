using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Supervision.Workflows;

/// <summary>A workflow definition in Elsa 3's format, read and immutable.</summary>
public sealed class WorkflowDefinition
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Flowchart, string? Trigger), FlowGraph> _graphs = new();

    internal WorkflowDefinition(ActivityNode root)
    {
        Root = root;
        Body = new ActivityNode { Id = Activities.InnerWorkflow.NodeId, Type = Activities.InnerWorkflow.TypeName, Children = [root], Json = root.Json };
        var nodes = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);
        var parents = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);
        var duplicates = new SortedSet<string>(StringComparer.Ordinal);
        Collect(root, parent: null);
        Nodes = nodes.ToFrozenDictionary(StringComparer.Ordinal);
        Parents = parents.ToFrozenDictionary(StringComparer.Ordinal);
        DuplicateIds = [.. duplicates];
        UseDepth = DefinitionLinks.Depth(this);

        void Collect(ActivityNode node, ActivityNode? parent)
        {
            if (!nodes.TryAdd(node.Id, node)) duplicates.Add(node.Id);
            else if (parent is not null) parents.Add(node.Id, parent);
            foreach (var child in node.Inside) Collect(child, node);
        }
    }

    /// <summary>The stable id, the same for every version.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The id of this version.</summary>
    public string VersionId { get; init; } = "";

    public int Version { get; init; } = 1;

    public string Name { get; init; } = "";

    /// <summary>The canonical bytes: reading them gives the same definition with the same hash.</summary>
    public required ReadOnlyMemory<byte> Canonical { get; init; }

    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex: the name of this content for ever.</summary>
    public required string Hash { get; init; }

    public ImmutableArray<VariableDefinition> Variables
    {
        get => Body.Variables;
        init => Body = Body with { Variables = value };
    }

    public ImmutableArray<ArgumentDefinition> Inputs { get; init; } = [];

    public ImmutableArray<ArgumentDefinition> Outputs { get; init; } = [];

    /// <summary>True: a faulted branch stops and the others go on. False: the first fault ends the instance.</summary>
    public bool ContinuesWithIncidents { get; init; }

    /// <summary>True when the definition asks for Elsa's token-based flowchart, which this machine does not run.</summary>
    public bool AsksForTokens { get; init; }

    public ActivityNode Root { get; }

    /// <summary>Stands for this workflow where another uses it as an activity: it holds the variables, and the root is inside it.</summary>
    internal ActivityNode Body { get; private init; }

    /// <summary>The outcomes that it may have as an activity of another workflow.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>True when other workflows may use it as an activity.</summary>
    public bool IsUsableAsActivity { get; init; }

    /// <summary>Every activity by its id; of two with the same id, the first.</summary>
    public FrozenDictionary<string, ActivityNode> Nodes { get; }

    public ImmutableArray<string> DuplicateIds { get; }

    internal FrozenDictionary<string, ActivityNode> Parents { get; }

    /// <summary>How many workflows deep it goes; 1 when it uses none.</summary>
    internal int UseDepth { get; }

    /// <summary>Its own definition id and those of everything that it uses.</summary>
    internal IReadOnlySet<string> UsedIds => field ??=
        DefinitionLinks.Used(this).SelectMany(used => used.UsedIds).Append(DefinitionId).ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids of the containers around an activity and its own, joined as Elsa joins them.</summary>
    public string NodeId(string activity)
    {
        var path = activity;
        for (var at = activity; Parents.TryGetValue(at, out var parent); at = parent.Id) path = $"{parent.Id}:{path}";
        return $"Workflow1:{path}";
    }

    internal ActivityNode? Find(string id) => Nodes.GetValueOrDefault(id) ?? (id == Body.Id ? Body : null);

    internal System.Collections.Concurrent.ConcurrentDictionary<string, Expressions.Script> Scripts { get; } = new(StringComparer.Ordinal);

    internal System.Collections.Concurrent.ConcurrentDictionary<string, Expressions.LiquidTemplate> Templates { get; } = new(StringComparer.Ordinal);

    // Computed once for a definition: the split into forward and backward arrows costs more than a step.
    internal FlowGraph Graph(ActivityNode flowchart, string? trigger) => _graphs.GetOrAdd(
        (flowchart.Id, trigger),
        static (key, node) => new FlowGraph(node, Activities.Flowchart.StartOf(node, key.Trigger)!),
        flowchart);
}
