using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Races whose losers stand in containers. The real engine faults the instance when it cancels them (cases 023, 111, 112, 264, 273); ours cancels.</summary>
/// <remarks>Waits of the office are left out: the real engine does not have them, so nothing can come out otherwise there.</remarks>
internal static class Races
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
    [
        .. from flowchart in at.Flowcharts
           from decider in flowchart.Reached
           where Cancels(flowchart, decider) && Losers(at, flowchart, decider).Any()
           select Differs(at, decider),
        .. from node in at.Nodes
           where node.Type == ElsaTypes.Fork && Literals.Text(node, "joinMode") == JoinRule.WaitAny && node.Children.Count(HasWait) > 1
           where at.Around(node).Concat(node.Children.SelectMany(Waiting.Everything)).Any(IsFlowchart)
           select Differs(at, node),
        .. from node in at.Nodes
           where node.Type == ElsaTypes.Complete && at.Around(node).FirstOrDefault() is { } container && !IsFlowchart(container)
           where at.Around(node).Any(IsFlowchart)
           select Differs(at, node),
    ];

    private static DefinitionFinding Differs(CheckedDefinition at, ActivityNode node) => at.Judge(
        node, "", "differs-race",
        $"“{node.DisplayText}”会取消容器中仍在等待的活动：本系统照此取消，而 Elsa 引擎会使流程实例出错；请把相互竞争的活动直接放在最外层流程图中。",
        $"'{node.DisplayText}' cancels what still waits in a container: here it is cancelled, the Elsa engine faults the instance; put what races directly into the outermost flowchart.");

    private static bool Cancels(CheckedFlowchart flowchart, ActivityNode node) =>
        flowchart.JoinMode(node) == JoinRule.WaitAny
        || (ActivityCatalogue.Find(node.Type) is { Descriptor.IsTerminal: true } && node.Type != "Elsa.Finish");

    private static IEnumerable<ActivityNode> Losers(CheckedDefinition at, CheckedFlowchart flowchart, ActivityNode decider)
    {
        var isNested = at.Around(flowchart.Node).Any(IsFlowchart);
        // A join races what leads to it; an end races what runs beside it.
        var beside = flowchart.JoinMode(decider) is null ? flowchart.Beside(decider.Id) : flowchart.Racing(decider.Id);
        return flowchart.Reached.Where(other => beside.Contains(other.Id) && HasWait(other) && (isNested || other.Inside.Any()));
    }

    private static bool HasWait(ActivityNode node) => Waiting.Has(node, inside => Waiting.For(inside) is WaitsFor.Time or WaitsFor.Outside
        && inside.Type.StartsWith("Elsa.", StringComparison.Ordinal));

    private static bool IsFlowchart(ActivityNode node) => node.Type == Flowchart.TypeName;
}
