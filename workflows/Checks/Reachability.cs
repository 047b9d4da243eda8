using Supervision.Definitions;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>Activities that can never run.</summary>
internal static class Reachability
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
    [
        .. at.Nodes.Where(node => node.Type == Flowchart.TypeName && node.Children.IsEmpty).Select(node => at.Judge(
            node, "activities", "empty-flowchart", "流程图中没有活动；请添加。", "The flowchart has no activities; add one.")),
        .. at.Flowcharts.SelectMany(NeverReached)
            .Select(child => Unreachable(at, child, "从起点无法到达", "cannot be reached from the start")),
        .. at.Nodes.Where(node => node.Type == ElsaTypes.Sequence).SelectMany(AfterTheEnd)
            .Select(child => Unreachable(at, child, "前面的活动已结束流程，永远不会执行", "comes after an end and never runs")),
        .. at.Nodes.Where(node => ActivityCatalogue.Find(node) is { Descriptor.IsContainer: false }).SelectMany(node => node.Inside)
            .Select(child => Unreachable(at, child, "所在的活动不执行其中的活动", "stands in an activity that runs nothing inside")),
    ];

    // A trigger starts the instance where it stands, so what follows it is reached as well.
    private static IEnumerable<ActivityNode> NeverReached(CheckedFlowchart flowchart)
    {
        var reached = StartTriggers.Among(flowchart.Node.Children)
            .SelectMany(trigger => new FlowGraph(flowchart.Node, trigger).Reachable).Concat(flowchart.Graph.Reachable).ToHashSet(StringComparer.Ordinal);
        return flowchart.Node.Children.Where(child => !reached.Contains(child.Id));
    }

    private static DefinitionFinding Unreachable(CheckedDefinition at, ActivityNode child, string chinese, string english) => at.Judge(
        child, "", "unreachable", $"“{child.DisplayText}”{chinese}；请连接或删除。", $"'{child.DisplayText}' {english}; connect it or take it out.");

    private static IEnumerable<ActivityNode> AfterTheEnd(ActivityNode sequence) =>
        sequence.Children.SkipWhile(child => ActivityCatalogue.Find(child.Type) is not { Descriptor.IsTerminal: true }).Skip(1);
}
