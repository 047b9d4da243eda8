using Supervision.Tasks;

namespace Supervision.Evidence;

/// <summary>A command that names evidence; the actor looks up the stored files among it before the rule is asked.</summary>
public interface ICitesEvidence
{
    IReadOnlyList<EvidenceReference>? Evidence { get; }
}
