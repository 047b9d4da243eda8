using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

internal sealed class If() : Activity(new(
    "Elsa.If", "如果", "If", "按条件执行内嵌的分支。", "Runs the branch inside that the condition chooses.", "Branching")
{
    Inputs = [new("condition", "条件", "Condition", "Boolean") { Description = new("成立则走“是”。", "Where it holds, the way is True.") }],
    Outputs = [new("result", "条件的值", "Result", "Boolean")],
    Embedded = ["then", "else"],
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run)
    {
        var condition = run.Flag("condition");
        run.SetOutput("result", Values.Of(condition));
        if (run.Node.Ports.TryGetValue(condition ? "then" : "else", out var branch)) run.Schedule(branch);
        else run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes) => run.Complete();
}
