using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Arrows that lead to nothing, or back into the middle of a loop.</summary>
internal static class Arrows
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at)
    {
        foreach (var node in at.Nodes)
        {
            foreach (var arrow in node.Dangling)
            {
                yield return at.Judge(
                    node, "connections", "dangling-connection",
                    $"连线 {arrow.Key} 的一端不存在；请删除或重新连接。", $"The connection {arrow.Key} has no activity at one end; remove or mend it.");
            }
        }

        foreach (var flowchart in at.Flowcharts)
        {
            foreach (var arrow in flowchart.Graph.Illegal)
            {
                yield return at.Judge(
                    flowchart.Node, "connections", "backward-into-loop",
                    $"回退连线 {arrow.Key} 跳入循环中间；请回退到循环的起点。",
                    $"The backward connection {arrow.Key} jumps into the middle of a loop; lead it to the head of the loop.");
            }
        }
    }
}
