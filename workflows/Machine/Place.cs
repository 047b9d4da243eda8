namespace Supervision.Workflows;

/// <summary>Where a run stands: its node, and the workflow that the node is a part of; of a workflow used as an activity that is another.</summary>
internal sealed record Place(ActivityNode Node, WorkflowDefinition Definition)
{
    /// <summary>The workflow of what is inside.</summary>
    public WorkflowDefinition Inside => Node.Workflow ?? Definition;

    public string NodeId => Definition.NodeId(Node.Id);

    public ActivityNode? Container => Definition.Parents.GetValueOrDefault(Node.Id);

    /// <summary>The places of all runs of a state, by run; one that the definition does not have is left out, with all inside it.</summary>
    public static Dictionary<int, Place> Of(WorkflowDefinition definition, InstanceState state)
    {
        var places = new Dictionary<int, Place>();
        foreach (var run in state.Runs)
        {
            var around = run.Parent == 0 ? definition : places.GetValueOrDefault(run.Parent)?.Inside;
            if (around?.Find(run.Activity) is { } node) places.Add(run.Id, new Place(node, around));
        }

        return places;
    }

    /// <summary>The place of an activity that an incident names: that of the run, or of something inside it.</summary>
    public static Place? Of(WorkflowDefinition definition, InstanceState state, Incident incident)
    {
        var run = Of(definition, state).GetValueOrDefault(incident.Run);
        WorkflowDefinition[] around = run is null ? [definition] : [run.Inside, run.Definition];
        return around.Select(workflow => workflow.Find(incident.Activity) is { } node ? new Place(node, workflow) : null)
            .FirstOrDefault(place => place is not null);
    }
}
