namespace Supervision.Workflows.Activities;

internal sealed class SetName() : Activity(new(
    "Elsa.SetName", "命名", "Set Name", "设置实例的名称。", "Sets the name of the instance.", "Primitives")
{
    Inputs = [new("value", "名称", "Name", IsRequired: true) { Description = new("实例的名称。", "The name of the instance.") }],
})
{
    public override void Execute(ActivityRun run)
    {
        run.Burst.Name = run.Text("value");
        run.Complete();
    }
}
