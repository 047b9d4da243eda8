using System.Collections.Immutable;
using Supervision.Workflows.Activities;

namespace Supervision.Workflows.View;

/// <summary>
/// Tells which arrows go back: a walk in depth from the start meets again what it stands on. Drafts may have arrows that
/// no start reaches.
/// </summary>
internal static class Loops
{
    private enum Walk
    {
        Unseen,
        Open,
        Closed,
    }

    public static ImmutableArray<Link> Mark(ImmutableArray<ActivityNode> chart, ImmutableArray<Link> links)
    {
        var leaving = Enumerable.Range(0, links.Length).ToLookup(i => links[i].From);
        var seen = new Walk[chart.Length];
        var backward = new HashSet<int>();
        foreach (var start in Starts(chart, links).Where(start => seen[start] == Walk.Unseen)) Visit(start);
        return [.. links.Select((link, i) => backward.Contains(i) ? link with { IsBackward = true } : link)];

        // Its own stack: a chain of ten thousand activities must not end the program.
        void Visit(int start)
        {
            var open = new Stack<(int Place, Queue<int> Left)>();
            Enter(start);
            while (open.TryPeek(out var at))
            {
                if (!at.Left.TryDequeue(out var next))
                {
                    seen[open.Pop().Place] = Walk.Closed;
                }
                else if (seen[links[next].To] == Walk.Open)
                {
                    backward.Add(next);
                }
                else if (seen[links[next].To] == Walk.Unseen)
                {
                    Enter(links[next].To);
                }
            }

            void Enter(int place)
            {
                seen[place] = Walk.Open;
                open.Push((place, new(leaving[place])));
            }
        }
    }

    // The machine's start first, then what no arrow leads to, then circles that nothing leads into.
    private static IEnumerable<int> Starts(ImmutableArray<ActivityNode> chart, ImmutableArray<Link> links)
    {
        var targets = links.Where(link => !link.IsLoop).Select(link => link.To).ToHashSet();
        var places = Enumerable.Range(0, chart.Length).ToArray();
        int[] start = [.. places.Where(i => chart[i].Type == Start.TypeName), .. places.Where(i => chart[i].CanStartWorkflow)];
        return [.. start.Take(1), .. places.Where(i => !targets.Contains(i)), .. places];
    }
}
