using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Runs its body again and again. Each kind of loop says what comes next.</summary>
internal abstract class Loop(ActivityDescriptor descriptor) : Activity(descriptor)
{
    public sealed override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (Break.IsBreaking(run)) run.Complete();
        else Next(run);
    }

    /// <summary>Runs the body once more, or completes. The index of the run counts the turns.</summary>
    protected abstract void Next(ActivityRun run);

    protected static ActivityNode? Body(ActivityRun run) => run.Node.Ports.GetValueOrDefault("body");
}
