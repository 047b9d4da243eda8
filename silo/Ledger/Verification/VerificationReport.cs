namespace Supervision.Silo.Ledger;

/// <param name="Unsealed">Appends that no seal covers yet: they are checked against their feed alone.</param>
/// <param name="SealedAt">When the newest seal was made; null when there is none.</param>
internal sealed record VerificationReport(
    IReadOnlyList<Finding> Findings,
    long Events,
    long Streams,
    long Seals,
    long Unsealed,
    DateTimeOffset? SealedAt)
{
    /// <summary>After this many the rest is the same story.</summary>
    public const int FindingsMax = 1_000;

    public bool IsClean => Findings.Count == 0;
}
