namespace Supervision.RollUps;

/// <summary>
/// Brings what a batch of facts says about plans and tasks to the nodes above them. Each touched node and each of its
/// ancestors is worked out once a batch, the deepest first; nothing else of the tree is read or written.
/// </summary>
public sealed class RollUp(IRollUpNodes nodes)
{
    private readonly Dictionary<string, RollUpNode> _nodes = [];
    private readonly Dictionary<string, LightProfile> _lights = [];
    private readonly Dictionary<string, LightProfile> _untold = [];
    private readonly HashSet<string> _touched = [];

    /// <summary>What a plan or task says of itself. An older version than one heard before changes nothing.</summary>
    /// <param name="lights">How its own lights have changed since the version before.</param>
    /// <param name="mirrors">The node that it has gone into; it counts as far as that one.</param>
    public void Tell(string key, long version, Standing standing, int own, LightProfile? lights = null, string? mirrors = null)
    {
        var node = Node(key);
        if (version <= node.StandBy)
            return;

        Set(node.Told(version, standing, own, mirrors));
        if (mirrors is not null)
            Set(Node(mirrors) with { IsMirrored = true });
        if (lights is not null)
            AddLights(key, lights);
    }

    /// <summary>Where the node above says that one hangs. An older version than one heard before changes nothing.</summary>
    public void Place(string key, long version, Placement placement)
    {
        if (!IsBelow(placement.Parent, key))
            Set(Node(key).Placed(version, placement));
    }

    /// <summary>Works out everything touched, and saves it.</summary>
    public void Settle()
    {
        var open = new PriorityQueue<string, int>(_touched.Select(key => (key, -DepthOf(key))));
        while (open.TryDequeue(out var key, out _))
            open.EnqueueRange(Give(Node(key)).Select(above => (above, -DepthOf(above))));

        foreach (var key in _touched)
            nodes.Save(_nodes[key]);
        foreach (var (key, change) in _lights.Where(change => !change.Value.IsEmpty))
            nodes.AddLights(key, change);
    }

    // Takes back what the nodes above counted and gives what is due; says which of them are to be worked out again.
    private HashSet<string> Give(RollUpNode node)
    {
        var above = new HashSet<string>();
        if (node.Mirrors is { } mirrored)
            Set(node = node with { Image = Node(mirrored).Progress });
        if (node.Given != node.Due)
        {
            Set(node with { Given = node.Due });
            if (node.Given is { } before)
                Change(before.Parent, parent => parent.Without(before));
            if (node.Due is { } due)
                Change(due.Parent, parent => parent.With(due));
        }

        GiveLights(Node(node.Key), above);
        above.UnionWith(MirrorsOf(node));
        return above;

        void Change(string key, Func<RollUpNode, RollUpNode> change)
        {
            Set(change(Node(key)));
            above.Add(key);
        }
    }

    // What has gone into the node and has not heard yet how far it is.
    private IEnumerable<string> MirrorsOf(RollUpNode node) => !node.IsMirrored ? [] :
    [
        .. nodes.MirrorsOf(node.Key).Concat(_nodes.Keys).Distinct().ToArray()
            .Where(key => Node(key).Mirrors == node.Key && Node(key).Image != node.Progress),
    ];

    private void GiveLights(RollUpNode node, HashSet<string> above)
    {
        _untold.Remove(node.Key, out var change);
        if (node.LitTo == node.DueLit)
        {
            Pass(node.DueLit, change, 1);
            return;
        }

        var stored = nodes.LightsOf(node.Key);
        Set(node with { LitTo = node.DueLit });
        Pass(node.LitTo, stored, -1);
        Pass(node.DueLit, stored, 1);
        Pass(node.DueLit, change, 1);

        void Pass(string? to, LightProfile? lights, int times)
        {
            if (to is null || lights is not { IsEmpty: false })
                return;
            AddLights(to, lights, times);
            above.Add(to);
        }
    }

    private RollUpNode Node(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
            _nodes.Add(key, node = nodes.Find(key) ?? RollUpNode.New(key));
        return node;
    }

    private void Set(RollUpNode node)
    {
        _nodes[node.Key] = node;
        _touched.Add(node.Key);
    }

    // What a node holds more, and what the node above it has not heard of yet.
    private void AddLights(string key, LightProfile change, int times = 1)
    {
        Set(Node(key));
        foreach (var sums in new[] { _lights, _untold })
        {
            if (!sums.TryGetValue(key, out var sum))
                sums.Add(key, sum = []);
            sum.Add(change, times);
        }
    }

    private int DepthOf(string key) => Above(key).Count();

    private bool IsBelow(string key, string other) => Above(key).Prepend(key).Contains(other);

    private IEnumerable<string> Above(string key)
    {
        for (var at = Node(key).Placement?.Parent; at is not null; at = Node(at).Placement?.Parent)
            yield return at;
    }
}
