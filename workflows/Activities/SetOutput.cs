namespace Supervision.Workflows.Activities;

internal sealed class SetOutput() : Activity(new(
    "Elsa.SetOutput", "设置输出", "Set Output", "给所在流程的输出赋值。", "Gives an output of the workflow around it a value.", "Composition")
{
    Inputs =
    [
        new("outputName", "输出", "Output") { Description = new("流程声明的输出名称。", "An output that the workflow declares.") },
        new("outputValue", "值", "Value", "Object") { Description = new("赋给它的值。", "The value it gets.") },
    ],
})
{
    public override void Execute(ActivityRun run)
    {
        var (name, value) = (run.Text("outputName"), run.Evaluate("outputValue"));
        if (run.UsedAsActivity is { } user) user.SetOutput(ActivityRun.Camel(name), value);
        else run.Burst.Output = run.Burst.Output.SetItem(name, value.IsNull() ? Values.Null : value);
        run.Complete();
    }
}
