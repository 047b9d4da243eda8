using Supervision.Language;

namespace Supervision.Evidence;

// Facts about a file that proves something. The bytes lie beside the ledger, named by their hash; here stands what is
// for ever: that they were there, what they were, who brought them, and that they had to go.

/// <summary>存证: somebody has brought the file; its bytes were durable before this was written.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Type">Its media type, by its content.</param>
/// <param name="Name">As whoever brought it calls it.</param>
[Kind("evidence.stored")]
public sealed record EvidenceStored(
    EvidenceHash Hash, long Size, string Type, string Name, AccountId By, AgencyCode Agency) : Fact;

/// <summary>依法删除: the bytes are erased, by this paragraph or order, for this reason.</summary>
[Kind("evidence.removed")]
public sealed record EvidenceRemoved(string Reason, string Basis) : Fact;
