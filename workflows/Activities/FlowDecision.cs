namespace Supervision.Workflows.Activities;

internal sealed class FlowDecision() : Activity(new(
    "Elsa.FlowDecision", "判断", "Decision", "按条件走“是”或“否”。", "Leaves by True or by False.", "Branching")
{
    Inputs = [new("condition", "条件", "Condition", "Boolean") { Description = new("成立则走“是”。", "Where it holds, the way is True.") }],
    Outcomes = ["True", "False"],
})
{
    public override void Execute(ActivityRun run) => run.Complete(run.Flag("condition") ? "True" : "False");
}
