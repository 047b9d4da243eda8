using System.Security.Cryptography;
using Supervision.Evidence;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Evidence;

/// <summary>Checks that every file that the ledger speaks of is there with its hash, and every removed one is gone.</summary>
internal static class EvidenceVerifier
{
    public static async Task<VerificationReport> AddToAsync(
        VerificationReport report, ILedger ledger, IEvidenceStore store, CancellationToken cancellation = default)
    {
        var (findings, files, removed) = (new List<Finding>(report.Findings), 0L, 0L);
        await foreach (var stored in StoredFiles.OfAsync(ledger, cancellation))
        {
            if (stored.File.Removal is null) files++;
            else removed++;
            if (await CheckAsync(stored, store, cancellation) is { } finding) findings.Add(finding);
        }

        return report with
        {
            Findings = [.. findings.Take(VerificationReport.FindingsMax)],
            Files = files,
            RemovedFiles = removed,
        };
    }

    private static async Task<Finding?> CheckAsync(StoredFile stored, IEvidenceStore store, CancellationToken cancellation)
    {
        await using var content = await store.OpenAsync(stored.Hash, cancellation);
        if (stored.File.Removal is not null)
            return content is null ? null : Finding.EvidenceNotErased(stored.Stream, stored.Seq);
        if (content is null)
            return Finding.EvidenceMissing(stored.Stream, stored.Seq);

        return EvidenceHash.OfDigest(await SHA256.HashDataAsync(content, cancellation)) == stored.Hash
            ? null
            : Finding.EvidenceChanged(stored.Stream, stored.Seq);
    }
}
