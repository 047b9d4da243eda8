using System.Collections.Immutable;

namespace Supervision.Workflows.Activities;

/// <summary>Leaves by the label of the first case that holds, of every one in mode MatchAny, or by Default.</summary>
internal sealed class FlowSwitch() : Activity(new(
    "Elsa.FlowSwitch", "多路判断", "Switch", "按成立的情形选择出口。", "Leaves by the labels of the cases that hold.", "Branching")
{
    Inputs = [new("mode", "方式", "Mode", Default: "MatchFirst") { Options = ["MatchFirst", "MatchAny"] }],
    Outcomes = ["Default"],
})
{
    public override void Execute(ActivityRun run)
    {
        var matching = Matching(run);
        var chosen = run.Text("mode") == "MatchAny" ? [.. matching] : matching.Take(1).ToImmutableArray();
        run.Complete(chosen.IsEmpty ? ["Default"] : chosen);
    }

    private static IEnumerable<string> Matching(ActivityRun run) =>
        from branch in run.Node.Json.Items("cases")
        let condition = ActivityReader.ReadExpression(branch.Get("condition"))
        where Expressions.ValueTypes.ToFlag(run.Evaluate(condition, branch.Text("label")))
        select branch.Text("label");
}
