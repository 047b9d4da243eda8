namespace Supervision.Workflows.Activities;

internal sealed class SetOutput() : Activity(new(
    "Elsa.SetOutput", "设置输出", "Set Output", "给流程的输出赋值。", "Gives an output of the workflow a value.", "Composition")
{
    Inputs = [new("outputName", "输出", "Output"), new("outputValue", "值", "Value", "Object")],
})
{
    public override void Execute(ActivityRun run)
    {
        run.Burst.Output = run.Burst.Output.SetItem(run.Text("outputName"), run.Evaluate("outputValue") is var value && value.IsNull() ? Values.Null : value);
        run.Complete();
    }
}
