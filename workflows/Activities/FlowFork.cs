namespace Supervision.Workflows.Activities;

internal sealed class FlowFork() : Activity(new(
    "Elsa.FlowFork", "分叉", "Fork", "同时走所列的各个出口。", "Leaves by every branch listed.", "Branching")
{
    Inputs =
    [
        new("branches", "出口", "Branches", "List<String>") { Editor = "dynamic-outcomes", Description = new("同时走的各个出口的名称。", "The names of the branches that are taken together.") },
    ],
    OutcomesFrom = "branches",
})
{
    public override void Execute(ActivityRun run) => run.Complete(run.Words("branches"));
}
