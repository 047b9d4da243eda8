using System.Collections.Immutable;

namespace Supervision.Workflows;

/// <summary>The arrows of one flowchart, seen from its start: forward ones, and backward ones that close a loop.</summary>
internal sealed class FlowGraph
{
    private readonly ILookup<string, Connection> _from;
    private readonly ILookup<string, Connection> _forwardFrom;
    private readonly ILookup<string, Connection> _forwardInto;
    private readonly HashSet<Connection> _backward;
    private readonly HashSet<Connection> _illegal;

    public FlowGraph(ActivityNode flowchart, ActivityNode start)
    {
        Start = start;
        Nodes = flowchart.Children.GroupBy(child => child.Id).ToImmutableDictionary(same => same.Key, same => same.First());
        _from = flowchart.Connections.ToLookup(connection => connection.Source);
        var (forward, backward) = Split();
        _forwardFrom = forward.ToLookup(connection => connection.Source);
        // Arrows from activities that the start cannot reach are in neither list: no join waits for them.
        _forwardInto = forward.ToLookup(connection => connection.Target);
        _backward = [.. backward];
        Reachable = Reach(start.Id);
        _illegal = [.. backward.Where(connection => !Dominates(connection.Target, connection.Source))];
    }

    public ActivityNode Start { get; }

    public ImmutableDictionary<string, ActivityNode> Nodes { get; }

    /// <summary>The activities that the start reaches, itself included.</summary>
    public IReadOnlySet<string> Reachable { get; }

    public IEnumerable<Connection> Illegal => _illegal;

    public IEnumerable<Connection> From(string activity) => _from[activity];

    public IEnumerable<Connection> ForwardFrom(string activity) => _forwardFrom[activity];

    public IEnumerable<Connection> ForwardInto(string activity) => _forwardInto[activity];

    public bool IsBackward(Connection connection) => _backward.Contains(connection);

    /// <summary>A loop must be entered at its head alone: a backward arrow whose target is not on every way to its source jumps into the middle.</summary>
    public bool IsIllegal(Connection connection) => _illegal.Contains(connection);

    /// <summary>What forward arrows lead to from an activity, itself included.</summary>
    public HashSet<string> Reach(string activity) => Reach([activity], _forwardFrom, without: null);

    /// <summary>What forward arrows lead to from any of some activities, themselves included.</summary>
    public HashSet<string> Reach(IReadOnlyCollection<string> activities) => Reach(activities, _forwardFrom, without: null);

    /// <summary>What any arrows lead to, without passing through <paramref name="without"/>.</summary>
    public HashSet<string> ReachByAny(IEnumerable<string> activities, string without) => Reach(activities, _from, without);

    public HashSet<string> ReachForward(IEnumerable<string> activities, string without) =>
        Reach(activities, _forwardFrom, without);

    /// <summary>The activities from which forward arrows lead here, itself not included.</summary>
    public HashSet<string> Ancestors(string activity)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([activity]);
        while (open.TryPop(out var at))
        {
            foreach (var connection in _forwardInto[at])
                if (seen.Add(connection.Source)) open.Push(connection.Source);
        }

        return seen;
    }

    private static HashSet<string> Reach(IEnumerable<string> activities, ILookup<string, Connection> arrows, string? without)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        foreach (var activity in activities)
            if (seen.Add(activity)) open.Push(activity);
        while (open.TryPop(out var at))
        {
            foreach (var connection in arrows[at])
                if (connection.Target != without && seen.Add(connection.Target)) open.Push(connection.Target);
        }

        return seen;
    }

    // Breadth first from the start; an arrow that would close a circle of accepted ones goes backward.
    private (List<Connection> Forward, List<Connection> Backward) Split()
    {
        var (forward, backward) = (new List<Connection>(), new List<Connection>());
        var successors = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { Start.Id };
        var open = new Queue<string>([Start.Id]);
        while (open.TryDequeue(out var at))
        {
            foreach (var connection in _from[at])
            {
                if (Leads(connection.Target, at))
                {
                    backward.Add(connection);
                    continue;
                }

                forward.Add(connection);
                if (!successors.TryGetValue(at, out var targets)) successors[at] = targets = [];
                targets.Add(connection.Target);
                if (seen.Add(connection.Target)) open.Enqueue(connection.Target);
            }
        }

        return (forward, backward);

        bool Leads(string source, string target)
        {
            var passed = new HashSet<string>(StringComparer.Ordinal) { source };
            var next = new Stack<string>([source]);
            while (next.TryPop(out var current))
            {
                if (current == target) return true;
                foreach (var successor in successors.GetValueOrDefault(current, []))
                    if (passed.Add(successor)) next.Push(successor);
            }

            return false;
        }
    }

    private bool Dominates(string gate, string activity) =>
        gate == activity || gate == Start.Id
        || !Reach([Start.Id], _forwardFrom, without: gate).Contains(activity);
}
