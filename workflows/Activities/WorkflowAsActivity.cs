using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>A published workflow in the place of an activity: inputs go in, outputs and an outcome come out.</summary>
internal sealed class WorkflowAsActivity() : Activity(new(
    "Elsa.WorkflowAsActivity", "调用流程", "Workflow as activity", "把已发布的流程当作一个活动执行。", "Runs a published workflow as one activity.", "Composition")
{
    IsContainer = true,
})
{
    /// <summary>One object for all: which workflow it is, the node says.</summary>
    public static readonly WorkflowAsActivity Instance = new();

    public override void Execute(ActivityRun run)
    {
        foreach (var input in run.Node.Workflow!.Inputs)
        {
            var name = ActivityRun.Camel(input.Name);
            if (run.Node.Inputs.ContainsKey(name)) run.Kept = run.Kept.With(input.Name, run.Evaluate(name));
        }

        run.Schedule(run.Node.Workflow.Body);
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes) => run.Complete(outcomes);
}
