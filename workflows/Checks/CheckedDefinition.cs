using System.Collections.Immutable;
using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>A definition while it is checked: its activities in order, its flowcharts with their arrows, and how much a finding weighs.</summary>
internal sealed class CheckedDefinition
{
    public CheckedDefinition(WorkflowDefinition definition, Surroundings outside)
    {
        (Definition, Outside) = (definition, outside);
        Nodes = [.. definition.Nodes.Values.OrderBy(node => definition.NodeId(node.Id), StringComparer.Ordinal)];
        IsSupervision = IsOffice(definition);
        Flowcharts =
        [
            .. Nodes.Where(node => node.Type == Flowchart.TypeName && !node.Children.IsEmpty).Select(node => new CheckedFlowchart(node)),
        ];
    }

    public WorkflowDefinition Definition { get; }

    public Surroundings Outside { get; }

    public ImmutableArray<ActivityNode> Nodes { get; }

    /// <summary>The flowcharts that have a start.</summary>
    public ImmutableArray<CheckedFlowchart> Flowcharts { get; }

    /// <summary>True when an activity of the office is in it or in a workflow that it uses.</summary>
    public bool IsSupervision { get; }

    /// <summary>The containers around an activity, from the inside out.</summary>
    public IEnumerable<ActivityNode> Around(ActivityNode node)
    {
        for (var id = node.Id; Definition.Parents.TryGetValue(id, out var parent); id = parent.Id) yield return parent;
    }

    /// <summary>Cannot run: an error in every definition.</summary>
    public DefinitionFinding Refuse(ActivityNode? node, string property, string code, string chinese, string english) =>
        new(code, Severity.Error, Path(node, property), chinese, english);

    /// <summary>Would surprise people: an error in a supervision definition.</summary>
    public DefinitionFinding Judge(ActivityNode? node, string property, string code, string chinese, string english) =>
        new(code, IsSupervision ? Severity.Error : Severity.Warning, Path(node, property), chinese, english);

    /// <summary>Probably not meant: never more than a warning.</summary>
    public DefinitionFinding Advise(ActivityNode? node, string property, string code, string chinese, string english) =>
        new(code, Severity.Warning, Path(node, property), chinese, english);

    private string Path(ActivityNode? node, string property) => node is null ? property
        : property.Length == 0 ? Definition.NodeId(node.Id) : $"{Definition.NodeId(node.Id)}.{property}";

    private static bool IsOffice(WorkflowDefinition definition) => definition.Nodes.Values.Any(node =>
        node.Type.StartsWith(Inputs.OfficePrefix, StringComparison.Ordinal) || (node.Workflow is { } used && IsOffice(used)));
}
