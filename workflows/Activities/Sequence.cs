using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its activities one after the other. The index of its run is the place of the one that runs.</summary>
internal sealed class Sequence() : Activity(new(
    "Elsa.Sequence", "顺序", "Sequence", "依次执行其中的活动。", "Runs the activities inside one after the other.", "Flow")
{
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run) => Go(run);

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (child.Activity!.Descriptor.IsTerminal || Break.IsBreaking(run))
        {
            run.Complete();
            return;
        }

        run.Index++;
        Go(run);
    }

    private static void Go(ActivityRun run)
    {
        if (run.Index < run.Node.Children.Length) run.Schedule(run.Node.Children[run.Index]);
        else run.Complete();
    }
}
