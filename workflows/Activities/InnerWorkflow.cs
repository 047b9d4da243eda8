using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>A workflow inside another: its variables, closed to the outside, and its root. It ends with the outcomes that Complete gave it.</summary>
internal sealed class InnerWorkflow() : Activity(new(
    TypeName, "子流程", "Workflow", "被用作活动的流程本身。", "The workflow that is used as an activity.", "Flow")
{
    IsContainer = true,
})
{
    public const string TypeName = "Elsa.Workflow";

    /// <summary>As Elsa names the workflow itself in its node ids.</summary>
    public const string NodeId = "Workflow1";

    public static readonly InnerWorkflow Instance = new();

    public override void Execute(ActivityRun run)
    {
        if (run.Node.Children is [var root, ..]) run.Schedule(root);
        else run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes) =>
        run.Complete(CompletionOutcomes.Of(run));
}
