namespace Supervision.Workflows.Activities;

internal sealed class While() : Loop(new(
    "Elsa.While", "当条件成立时循环", "While", "条件成立时重复执行循环体。", "Runs its body as long as the condition holds.", "Looping")
{
    Inputs = [new("condition", "条件", "Condition", "Boolean", Default: "True") { Description = new("成立则再执行一次。", "As long as it holds, the body runs once more.") }],
    Embedded = ["body"],
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run) => Next(run);

    protected override void Next(ActivityRun run)
    {
        if (Body(run) is { } body && run.Flag("condition")) run.Schedule(body);
        else run.Complete();
    }
}
