using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its branches side by side; ends with the first (the others are cancelled) or with the last of them.</summary>
internal sealed class Fork() : Activity(new(
    "Elsa.Fork", "分支并行", "Fork (structured)", "同时执行各分支；任一或全部完成后结束。", "Runs its branches side by side; ends when any or all have ended.", "Branching")
{
    Inputs =
    [
        new("joinMode", "汇合方式", "Join Mode", Default: JoinRule.WaitAll)
        {
            Options = [JoinRule.WaitAll, JoinRule.WaitAny],
            Description = new("等全部分支完成，或任一完成即结束。", "Ends when all branches have ended, or with the first."),
        },
    ],
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run)
    {
        run.Index = run.Node.Children.Length;
        foreach (var branch in run.Node.Children) run.Schedule(branch);
        if (run.Index == 0) run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (--run.Index == 0 || run.Text("joinMode") == JoinRule.WaitAny) run.Complete();
    }
}
