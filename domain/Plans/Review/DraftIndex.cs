namespace Supervision.Plans;

/// <summary>The parts of a draft by their path, made once for a command: a thousand items are looked up, not searched.</summary>
internal sealed class DraftIndex
{
    private static readonly DraftIndex None = new(null);

    private readonly Dictionary<string, PlanNode> _nodes = new(StringComparer.Ordinal);

    private DraftIndex(PlanDraft? draft)
    {
        foreach (var node in draft?.Groups.SelectMany(group => group.WithDescendants()) ?? [])
            _nodes.TryAdd(node.Path, node);
    }

    public static DraftIndex Of(PlanDraft? draft) => draft is null ? None : new(draft);

    public bool Contains(string path) => _nodes.ContainsKey(path);

    /// <summary>The parts of the text that an item comes from.</summary>
    public IEnumerable<PlanNode> NodesOf(PlanItem item) =>
        item.Quotes.Select(quote => _nodes.GetValueOrDefault(quote.Path)).OfType<PlanNode>();
}
