using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Groups activities under one name. It ends with the outcomes that Complete gave it.</summary>
internal sealed class Composite() : Activity(new(
    TypeName, "组合", "Composite", "把若干活动合为一个。", "Makes several activities one.", "Composition")
{
    Embedded = ["root"],
    IsContainer = true,
})
{
    public const string TypeName = "Elsa.Composite";

    public override void Execute(ActivityRun run)
    {
        if (run.Node.Ports.TryGetValue("root", out var root)) run.Schedule(root);
        else run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes) =>
        run.Complete(CompletionOutcomes.Of(run));
}
