using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Runs the activity of the first case that holds, or of every one that does, or else the default.</summary>
internal sealed class Switch() : Activity(new(
    "Elsa.Switch", "多路选择", "Switch (structured)", "执行成立的情形所含的活动。", "Runs the activities of the cases that hold.", "Branching")
{
    Inputs = [SwitchCases.Mode],
    Embedded = ["default"],
    IsContainer = true,
})
{
    public override void Execute(ActivityRun run)
    {
        var chosen = SwitchCases.Chosen(run);
        var activities = chosen.IsEmpty
            ? run.Node.Ports.Where(port => port.Key == "default").Select(port => port.Value)
            : chosen.Select(branch => branch.Activity).OfType<ActivityNode>();
        foreach (var activity in activities)
        {
            run.Index++;
            run.Schedule(activity);
        }

        if (run.Index == 0) run.Complete();
    }

    public override void ChildCompleted(ActivityRun run, ActivityRun child, ImmutableArray<string> outcomes)
    {
        if (--run.Index == 0) run.Complete();
    }
}
