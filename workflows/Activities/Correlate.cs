namespace Supervision.Workflows.Activities;

internal sealed class Correlate() : Activity(new(
    "Elsa.Correlate", "关联", "Correlate", "设置实例的关联编号。", "Sets the correlation id of the instance.", "Primitives")
{
    Inputs = [new("correlationId", "关联编号", "Correlation Id", IsRequired: true) { Description = new("事件凭它找到本实例。", "Events find the instance by it.") }],
})
{
    public override void Execute(ActivityRun run)
    {
        run.Burst.CorrelationId = run.Text("correlationId");
        run.Complete();
    }
}
