using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Definitions that are named to be started later, and are not published.</summary>
internal static class NamedDefinitions
{
    private const string WorkflowDefinitionId = "workflowDefinitionId";

    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from named in In(at.Definition)
        where at.Outside.Published is { } published && named.Name != at.Definition.DefinitionId && !published.Contains(named.Name)
        select named.Input == WaitTerms.Ladder
            ? at.Judge(
                named.Node, named.Input, "ladder-unpublished",
                $"催办流程“{named.Name}”未发布；请先发布，或改正名称。", $"The ladder '{named.Name}' is not published; publish it first, or mend the name.")
            : at.Advise(
                named.Node, named.Input, "workflow-unpublished",
                $"要启动的流程“{named.Name}”未发布；执行到此处前须发布。",
                $"The workflow '{named.Name}' that is started here is not published; publish it before anything gets here.");

    public static IEnumerable<(ActivityNode Node, string Input, string Name)> In(WorkflowDefinition definition) =>
        from node in definition.Nodes.Values
        from input in new[] { WaitTerms.Ladder, WorkflowDefinitionId }
        where (input == WaitTerms.Ladder) == node.Type.StartsWith(Inputs.OfficePrefix, StringComparison.Ordinal)
        where input == WaitTerms.Ladder || node.Type is ElsaTypes.ExecuteWorkflow or ElsaTypes.DispatchWorkflow
        let name = Literals.Text(node, input)
        where !string.IsNullOrEmpty(name)
        select (node, input, name);
}
