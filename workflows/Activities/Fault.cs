namespace Supervision.Workflows.Activities;

internal sealed class Fault() : Activity(new(
    "Elsa.Fault", "报错", "Fault", "以给定的原因使活动失败。", "Fails with the given reason.", "Primitives")
{
    Inputs =
    [
        new("code", "代码", "Code") { Description = new("错误代码。", "A code for the fault.") },
        new("category", "类别", "Category") { Description = new("错误的类别。", "What sort of fault it is.") },
        new("faultType", "类型", "Fault Type") { Description = new("错误的类型。", "The type of the fault.") },
        new("message", "原因", "Message") { Editor = "multiline", Description = new("写入事故记录的原因。", "What the incident says.") },
    ],
})
{
    public override void Execute(ActivityRun run) =>
        throw new ActivityFault(run.Text("message") is { Length: > 0 } message ? message : $"Fault {run.Text("code")}".TrimEnd());
}
