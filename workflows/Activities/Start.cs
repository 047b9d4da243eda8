namespace Supervision.Workflows.Activities;

internal sealed class Start() : Activity(new(
    TypeName, "开始", "Start", "流程图由此开始。", "The flowchart begins here.", "Flow"))
{
    public const string TypeName = "Elsa.Start";

    public override void Execute(ActivityRun run) => run.Complete();
}
