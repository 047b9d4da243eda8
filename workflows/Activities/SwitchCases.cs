using System.Collections.Immutable;
using Supervision.Workflows.Expressions;

namespace Supervision.Workflows.Activities;

/// <summary>Which cases of a switch hold; the same for the structured one and for that of a flowchart.</summary>
internal static class SwitchCases
{
    private const string MatchAny = "MatchAny";

    public static readonly InputDescriptor Mode = new("mode", "方式", "Mode", Default: "MatchFirst")
    {
        Options = ["MatchFirst", MatchAny],
        Description = new("走第一个成立的情形，或走所有成立的。", "Take the first case that holds, or every one."),
    };

    public static ImmutableArray<SwitchCase> Chosen(ActivityRun run)
    {
        var holding = run.Node.Cases.Where(branch => ValueTypes.ToFlag(run.Evaluate(branch.Condition, branch.Label)));
        return [.. run.Text(Mode.Name) == MatchAny ? holding : holding.Take(1)];
    }
}
