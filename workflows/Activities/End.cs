namespace Supervision.Workflows.Activities;

internal sealed class End() : Activity(new(
    "Elsa.End", "结束", "End", "结束所在的流程图或顺序；其中仍在等待的活动被取消。",
    "Ends the flowchart or sequence around it; what still waits inside is cancelled.", "Flow")
{
    IsTerminal = true,
})
{
    public override void Execute(ActivityRun run) => run.Complete();
}
