using Supervision.Workflows.Activities;

namespace Supervision.Workflows.Checks;

/// <summary>A flowchart while it is checked: its arrows seen from its start, and what may run side by side in it.</summary>
/// <remarks>Each question costs one walk over the arrows, so that a flowchart at the limits is still checked in seconds.</remarks>
internal sealed class CheckedFlowchart(ActivityNode node)
{
    private readonly Dictionary<string, HashSet<string>> _beside = new(StringComparer.Ordinal);
    private HashSet<string>? _waiting;

    public ActivityNode Node => node;

    public FlowGraph Graph { get; } = new(node, Flowchart.StartOf(node, trigger: null)!);

    /// <summary>The activities that the start reaches.</summary>
    public IEnumerable<ActivityNode> Reached => node.Children.Where(child => Graph.Reachable.Contains(child.Id));

    /// <summary>True when one outcome, or a fork, sets off several branches somewhere.</summary>
    public bool HasBranches => Reached.Any(fork => Together(fork, _ => true).Any());

    /// <summary>True when the activity waits, or something inside it does.</summary>
    public bool Waits(string activity) =>
        (_waiting ??= [.. node.Children.Where(Waiting.Has).Select(child => child.Id)]).Contains(activity);

    /// <summary>The activities that may run while this one does: on another branch of the same fork.</summary>
    public IReadOnlySet<string> Beside(string activity)
    {
        if (_beside.TryGetValue(activity, out var known)) return known;
        var ways = Graph.Ancestors(activity);
        ways.Add(activity);
        var others = Reached.SelectMany(fork => Together(fork, arrow => ways.Contains(arrow.Target)));
        return _beside[activity] = Graph.Reach([.. others.Select(arrow => arrow.Target)]);
    }

    /// <summary>What races towards a join: the activities on branches that were set off together and lead to it.</summary>
    public IReadOnlySet<string> Racing(string join)
    {
        var ways = Graph.Ancestors(join);
        var arrows = Reached.Where(fork => ways.Contains(fork.Id)).SelectMany(fork =>
            Together(fork, arrow => ways.Contains(arrow.Target) || arrow.Target == join)
                .Where(arrow => ways.Contains(arrow.Target)));
        var racing = Graph.Reach([.. arrows.Select(arrow => arrow.Target)]);
        racing.IntersectWith(ways);
        return racing;
    }

    /// <summary>How a join with several arrows into it waits; null when the activity is no join.</summary>
    public string? JoinMode(ActivityNode activity) => activity.Type != FlowJoin.TypeName || Graph.ForwardInto(activity.Id).Count() < 2
        ? null
        : activity.Inputs.TryGetValue("mode", out var mode) ? Literals.Text(mode) ?? "" : JoinRule.WaitAny;

    // The arrows that are followed together with some other arrow that leads where it is asked for.
    private IEnumerable<Connection> Together(ActivityNode fork, Func<Connection, bool> leads)
    {
        var isChoice = Outcomes.IsChoice(fork);
        foreach (var group in Graph.ForwardFrom(fork.Id).GroupBy(arrow => isChoice ? arrow.Port : ""))
        {
            var leading = group.Where(leads).Select(arrow => arrow.Target).Distinct().Take(2).ToArray();
            foreach (var arrow in group)
                if (leading.Any(target => target != arrow.Target)) yield return arrow;
        }
    }
}
