namespace Supervision.Workflows.Activities;

internal sealed class Finish() : Activity(new(
    "Elsa.Finish", "终结", "Finish", "立即结束整个流程实例。", "Ends the whole instance at once, from wherever it stands.", "Flow")
{
    IsTerminal = true,
})
{
    public override void Execute(ActivityRun run)
    {
        run.Burst.Write(run, "Completed", []);
        run.Burst.EndAll(InstanceStatus.Finished);
    }
}
