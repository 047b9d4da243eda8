namespace Supervision.Workflows.Activities;

internal sealed class Fault() : Activity(new(
    "Elsa.Fault", "报错", "Fault", "以给定的原因使活动失败。", "Fails with the given reason.", "Primitives")
{
    Inputs =
    [
        new("code", "代码", "Code"), new("category", "类别", "Category"), new("faultType", "类型", "Fault Type"),
        new("message", "原因", "Message"),
    ],
})
{
    public override void Execute(ActivityRun run) =>
        throw new ActivityFault(run.Text("message") is { Length: > 0 } message ? message : $"Fault {run.Text("code")}".TrimEnd());
}
