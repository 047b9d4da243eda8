namespace Supervision.Silo.Ledger;

/// <param name="Unsealed">Appends that no seal covers yet: they are checked against their feed alone.</param>
/// <param name="SealedAt">When the newest seal was made; null when there is none.</param>
/// <param name="Files">Stored files of evidence that were compared with their hash.</param>
/// <param name="RemovedFiles">Files that the law had removed: their facts stand, their bytes are gone, and that is right.</param>
internal sealed record VerificationReport(
    IReadOnlyList<Finding> Findings,
    long Events,
    long Streams,
    long Seals,
    long Unsealed,
    DateTimeOffset? SealedAt,
    long Files = 0,
    long RemovedFiles = 0)
{
    /// <summary>After this many the rest is the same story.</summary>
    public const int FindingsMax = 1_000;

    public bool IsClean => Findings.Count == 0;
}
