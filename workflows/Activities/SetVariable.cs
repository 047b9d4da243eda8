namespace Supervision.Workflows.Activities;

internal sealed class SetVariable() : Activity(new(
    "Elsa.SetVariable", "设置变量", "Set Variable", "给变量赋值。", "Gives a variable a value.", "Primitives")
{
    Inputs = [new("value", "值", "Value", "Object")],
})
{
    public override void Execute(ActivityRun run)
    {
        Scope.Set(run, run.Node.Json.Get("variable").Text("id"), run.Evaluate("value"));
        run.Complete();
    }
}
