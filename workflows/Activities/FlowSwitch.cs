namespace Supervision.Workflows.Activities;

/// <summary>Leaves by the label of the first case that holds, of every one in mode MatchAny, or by Default.</summary>
internal sealed class FlowSwitch() : Activity(new(
    "Elsa.FlowSwitch", "多路判断", "Switch", "按成立的情形选择出口。", "Leaves by the labels of the cases that hold.", "Branching")
{
    Inputs = [SwitchCases.Mode],
    OutcomesFrom = "cases",
    Outcomes = ["Default"],
})
{
    public override void Execute(ActivityRun run)
    {
        var chosen = SwitchCases.Chosen(run);
        run.Complete(chosen.IsEmpty ? ["Default"] : [.. chosen.Select(branch => branch.Label)]);
    }
}
