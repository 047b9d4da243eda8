using Supervision.Evidence;
using Supervision.Language;
using Supervision.Silo.Followers;

namespace Supervision.Silo.Evidence;

/// <summary>What follows from facts about files: that the bytes of a removed one are erased.</summary>
internal sealed class EvidenceDispatch(IEvidenceStore store) : IDispatch
{
    public IEnumerable<FollowUp> Of(FactSource source, Fact fact) => fact is EvidenceRemoved ? [Erased(source)] : [];

    private FollowUp Erased(FactSource source) => new(source.Stream, async () =>
    {
        await store.EraseAsync(new EvidenceHash(source.Key), CancellationToken.None);
        return new Receipt.Done(0, null);
    });
}
