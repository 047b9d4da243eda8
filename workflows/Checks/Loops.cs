using Supervision.Definitions;

namespace Supervision.Workflows.Checks;

/// <summary>Loops that can go round without waiting for anything: a mistake in a condition makes them run for ever.</summary>
internal static class Loops
{
    public static IEnumerable<DefinitionFinding> Find(CheckedDefinition at) =>
    [
        .. from flowchart in at.Flowcharts
           from node in flowchart.Reached
           from arrow in flowchart.Graph.From(node.Id)
           where flowchart.Graph.IsBackward(arrow) && GoesRound(flowchart, arrow)
           select at.Judge(
               flowchart.Node, "connections", "loop-without-wait",
               $"循环 {arrow.Key} 可以一圈圈空转而不等待任何事情；请在循环中加入等待或延时。",
               $"The loop by {arrow.Key} can go round without waiting for anything; put a wait or a Delay into it."),
        .. from node in at.Nodes
           where node.Type == ElsaTypes.While && node.Ports.TryGetValue("body", out var body) && !Waiting.Has(body)
           select at.Judge(
               node, "body", "loop-without-wait",
               $"循环“{node.DisplayText}”可以空转而不等待任何事情；请在循环中加入等待或延时，或改用计数循环。",
               $"The loop '{node.DisplayText}' can go round without waiting for anything; put a wait or a Delay into it, or use a For."),
    ];

    private static bool GoesRound(CheckedFlowchart flowchart, Connection back)
    {
        if (flowchart.Waits(back.Target)) return false;
        var seen = new HashSet<string>(StringComparer.Ordinal) { back.Target };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var activity))
        {
            if (activity == back.Source) return true;
            foreach (var arrow in flowchart.Graph.ForwardFrom(activity))
                if (!flowchart.Waits(arrow.Target) && seen.Add(arrow.Target)) open.Push(arrow.Target);
        }

        return false;
    }
}
