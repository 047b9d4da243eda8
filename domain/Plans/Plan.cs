using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;
using Supervision.RollUps;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>A plan (方案) or sub-plan (子方案) as its ledger tells it.</summary>
/// <param name="Draft">What was read from its text; null for a sub-plan, which people write item by item.</param>
/// <param name="Opened">How a sub-plan was asked for; null for a plan of the city.</param>
/// <param name="Items">By path; in order by <see cref="PlanItem.Number"/>.</param>
/// <param name="Numbers">How many numbers of items were ever given: a number is given once.</param>
/// <param name="SettledDoubts">Line and kind of the doubts that somebody has settled.</param>
/// <param name="Issued">Paths of the items that have become tasks.</param>
/// <param name="Revision">0 until it is accepted, then the version that is in force, from 1.</param>
/// <param name="Proposed">The revision that waits for its approval.</param>
/// <param name="Added">How many items people have added: their paths count on.</param>
/// <param name="Acknowledged">Whether the agency has taken up the sub-plan.</param>
/// <param name="Refused">That the agency has refused it as not its duty.</param>
/// <param name="Withdrawn">That it was withdrawn with the task above.</param>
/// <param name="Reached">The highest mark, in percent, that its tasks have brought it to.</param>
public sealed record Plan(
    PlanId? Id,
    PlanDraft? Draft,
    PlanOpened? Opened,
    ImmutableSortedDictionary<string, PlanItem> Items,
    int Numbers,
    ImmutableSortedSet<string> SettledDoubts,
    ImmutableSortedSet<string> Issued,
    int Revision,
    PlanRevisionProposed? Proposed,
    ProcessSet Processes,
    int Added = 0,
    bool Acknowledged = false,
    PlanRefusedAsNotOurs? Refused = null,
    PlanWithdrawn? Withdrawn = null,
    int Reached = 0) : IStreamState<Plan>
{
    public static Plan Initial { get; } = new(
        null, null, null, ImmutableSortedDictionary.Create<string, PlanItem>(StringComparer.Ordinal), 0,
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
        0, null, ProcessSet.None);

    // A snapshot does not know by what its words are compared.
    public ImmutableSortedDictionary<string, PlanItem> Items { get; init; } = Items.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedSet<string> SettledDoubts { get; init; } = SettledDoubts.WithComparer(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Issued { get; init; } = Issued.WithComparer(StringComparer.Ordinal);

    public bool Exists => Id is not null;

    public bool IsAccepted => Revision > 0;

    public PlanParent? Parent => Opened?.Parent;

    public string Title => Draft?.Title ?? Opened?.Title ?? "";

    public IEnumerable<PlanItem> InOrder => Items.Values.OrderBy(item => item.Number);

    public PlanItem? FindItem(string path) => Items.GetValueOrDefault(path);

    public static string DoubtKey(int line, PlanDoubtKind kind, string quote) => $"{line}:{kind}:{quote}";

    public Plan Evolve(Fact fact) => fact switch
    {
        PlanRegistered e => Registered(e),
        PlanOpened e => this with { Id = e.Plan, Opened = e, Refused = null },
        PlanAcknowledged => this with { Acknowledged = true },
        PlanRefusedAsNotOurs e => this with { Refused = e },
        PlanSubmitted or ApprovalGiven => this,
        PlanItemAccepted e => With(e.Path, item => item with { Verdict = ItemVerdict.Accepted, VerdictReason = null }),
        PlanItemDropped e => With(e.Path, item => item with { Verdict = ItemVerdict.Dropped, VerdictReason = e.Reason }),
        PlanItemPostponed e => With(e.Path, item => item with { Verdict = ItemVerdict.Postponed, VerdictReason = e.Reason }),
        PlanItemEdited e => With(e.Path, item => item with { Title = e.Title, Content = e.Content }),
        PlanItemSettled e => With(e.Path, item => Settled(item, e)),
        PlanItemMeasured e => With(e.Path, item => item with { Indicators = e.Indicators, EvidenceRule = e.EvidenceRule }),
        PlanItemWeighed e => With(e.Path, item => item with { Weight = e.Weight }),
        PlanItemSplit e => Replaced([e.Path], e.Into),
        PlanItemsMerged e => Replaced(e.Paths, [e.Into]),
        PlanItemAdded e => Replaced([], [e.Item]) with { Added = Added + 1 },
        PlanDoubtSettled e => this with { SettledDoubts = SettledDoubts.Add(DoubtKey(e.Line, e.Doubt, e.Quote)) },
        PlanItemsIssued e => this with { Issued = Issued.Union(e.Paths) },
        PlanAccepted e => this with { Issued = Issued.Union(e.Paths), Revision = 1 },
        PlanRevisionProposed e => this with { Proposed = e },
        PlanRevisionRefused => this with { Proposed = null },
        PlanRevised e => Revised(e),
        PlanWithdrawn e => this with { Withdrawn = e, Proposed = null },
        ProgressReached e => this with { Reached = Math.Max(Reached, e.Percent) },
        ProcessFact => this with { Processes = Processes.Evolve(fact) },
        _ => throw UnknownFactException.Of(fact),
    };

    private Plan Registered(PlanRegistered e)
    {
        var items = e.Draft.Items.Select((node, n) => PlanItem.Of(node, n + 1)).ToArray();
        return this with { Id = e.Plan, Draft = e.Draft, Numbers = items.Length, Items = Items.AddRange(items.Select(item => KeyValuePair.Create(item.Path, item))) };
    }

    private static PlanItem Settled(PlanItem item, PlanItemSettled e) => item with
    {
        Verdict = ItemVerdict.Accepted,
        VerdictReason = null,
        Assignment = e.Assignment,
        Cadence = e.Cadence,
        CadenceReason = e.CadenceReason,
        LateReason = e.LateReason,
    };

    private Plan With(string path, Func<PlanItem, PlanItem> change) => this with { Items = Items.SetItem(path, change(Items[path])) };

    private Plan Replaced(IEnumerable<string> gone, IReadOnlyList<PlanItem> come) => this with
    {
        Items = Items.RemoveRange(gone).SetItems(come.Select(item => KeyValuePair.Create(item.Path, item))),
        Numbers = come.Select(item => item.Number).Append(Numbers).Max(),
    };

    private Plan Revised(PlanRevised e)
    {
        string[] come = [.. e.Changes.Where(change => change.Before is null).Select(change => change.After.Path)];
        return Replaced([], [.. e.Changes.Select(change => change.After)]) with
        {
            Added = Added + come.Count(path => !Items.ContainsKey(path)),
            Issued = Issued.Union(come),
            Revision = e.Revision,
            Proposed = null,
        };
    }
}
