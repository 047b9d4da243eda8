using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Evidence;

/// <summary>Who has brought a file, under which name.</summary>
public sealed record EvidenceHolder(AccountId Account, AgencyCode Agency, string Name);

/// <summary>A stored file, as the ledger tells it.</summary>
/// <param name="Hash">Null while nobody has brought it.</param>
/// <param name="Holders">In the order in which they came; each account once.</param>
/// <param name="Removal">Why its bytes are gone; null while they are there.</param>
public sealed record EvidenceFile(
    EvidenceHash? Hash, long Size, string Type, ImmutableList<EvidenceHolder> Holders, EvidenceRemoved? Removal)
    : IStreamState<EvidenceFile>
{
    public static EvidenceFile Initial { get; } = new(null, 0, "", [], null);

    public ProcessSet Processes => ProcessSet.None;

    public EvidenceFile Evolve(Fact fact) => fact switch
    {
        EvidenceStored e => this with
        {
            Hash = e.Hash,
            Size = e.Size,
            Type = e.Type,
            Holders = Holders.Add(new EvidenceHolder(e.By, e.Agency, e.Name)),
        },
        EvidenceRemoved e => this with { Removal = e },
        _ => throw UnknownFactException.Of(fact),
    };
}
