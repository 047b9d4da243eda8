using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>A plan (方案) as its ledger tells it.</summary>
/// <param name="Settled">By the item's path: owners, due date and cadence.</param>
/// <param name="Issued">Paths of the items that have been issued as tasks.</param>
public sealed record Plan(
    PlanId? Id, PlanDraft? Draft, ImmutableSortedDictionary<string, SettledItem> Settled, ImmutableSortedSet<string> Issued)
    : IStreamState<Plan>
{
    public static Plan Initial { get; } = new(
        null, null, ImmutableSortedDictionary.Create<string, SettledItem>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public ProcessSet Processes => ProcessSet.None;

    public PlanNode? FindItem(string path) => Draft?.Items.FirstOrDefault(item => item.Path == path);

    public Plan Evolve(Fact fact) => fact switch
    {
        PlanRegistered e => this with { Id = e.Plan, Draft = e.Draft },
        PlanItemSettled e => this with
        {
            Settled = Settled.SetItem(e.Path, new SettledItem(e.Assignment, e.Cadence, e.CadenceReason)),
        },
        PlanItemsIssued e => this with { Issued = Issued.Union(e.Paths) },
        _ => throw UnknownFactException.Of(fact),
    };
}

[GenerateSerializer, Immutable, Alias("SettledItem")]
public sealed record SettledItem(
    [property: Id(0)] Assignment Assignment, [property: Id(1)] Cadence Cadence, [property: Id(2)] string? CadenceReason);
