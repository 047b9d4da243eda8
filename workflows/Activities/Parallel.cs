using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its activities side by side and ends when all have ended. The index of its run counts those that have not.</summary>
internal sealed class Parallel() : Activity(new(
    "Elsa.Parallel", "并行", "Parallel", "同时执行其中的活动，全部完成后结束。", "Runs the activities inside side by side and ends when all have ended.", "Flow")
{
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run)
    {
        run.Index = run.Node.Children.Length;
        foreach (var child in run.Node.Children) run.Schedule(child);
        if (run.Index == 0) run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (--run.Index == 0) run.Complete();
    }
}
