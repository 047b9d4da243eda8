namespace Supervision.Workflows.Activities;

internal sealed class SetVariable() : Activity(new(
    "Elsa.SetVariable", "设置变量", "Set Variable", "给变量赋值。", "Gives a variable a value.", "Primitives")
{
    Inputs = [new("value", "值", "Value", "Object") { Description = new("赋给变量的值。", "The value that the variable gets.") }],
})
{
    public override void Execute(ActivityRun run)
    {
        Scope.Set(run, run.Node.Json.Get("variable").Text("id"), run.Evaluate("value"));
        run.Complete();
    }
}
