using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>A merge behind a loop with an arrow from before the loop. The real engine never runs it once the loop has gone round (cases 096, 109); ours does.</summary>
internal static class MergesBehindLoops
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
        from flowchart in at.Flowcharts
        from merge in In(flowchart).Distinct()
        select at.Judge(
            merge, "", "differs-merge",
            $"“{merge.DisplayText}”在循环之后汇合，又有一条连线来自循环之前：本系统会执行它，而 Elsa 引擎在循环过一圈后不再执行；请让来自循环之前的连线另接一份。",
            $"'{merge.DisplayText}' merges behind a loop with a connection from before it: here it runs, the Elsa engine never runs it once the loop has gone round; give the connection from before the loop a copy of its own.");

    private static IEnumerable<ActivityNode> In(CheckedFlowchart flowchart)
    {
        var graph = flowchart.Graph;
        var backward = flowchart.Reached.SelectMany(node => graph.From(node.Id)).Where(arrow => graph.IsBackward(arrow) && !graph.IsIllegal(arrow));
        foreach (var back in backward)
        {
            var (behind, inside) = (graph.Reach(back.Target), graph.Ancestors(back.Source));
            foreach (var merge in flowchart.Reached)
            {
                var isBehind = merge.Id != back.Target && merge.Id != back.Source && !inside.Contains(merge.Id);
                if (isBehind && graph.ForwardInto(merge.Id).Select(arrow => behind.Contains(arrow.Source)).Distinct().Count() == 2)
                    yield return merge;
            }
        }
    }
}
