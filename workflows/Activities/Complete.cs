namespace Supervision.Workflows.Activities;

internal sealed class Complete() : Activity(new(
    "Elsa.Complete", "完成流程", "Complete", "以给定的结果完成整个流程。", "Completes the whole workflow with the given outcomes.", "Flow")
{
    Inputs = [new("outcomes", "结果", "Outcomes", "Object")],
    IsTerminal = true,
})
{
    public override void Execute(ActivityRun run)
    {
        var outcomes = run.Words("outcomes");
        run.Burst.Write(run, "Completed", []);
        run.Burst.Drop(run);
        run.Burst.Complete(run.Burst.Root ?? run, outcomes);
    }
}
