using Supervision.Evidence;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Evidence;

/// <summary>Brings the files that a ledger speaks of from one store to another: for exports, restores and moves.</summary>
internal static class EvidenceCopy
{
    /// <summary>Returns how many were copied. What is not there is left to whoever verifies.</summary>
    /// <exception cref="InvalidDataException">A file does not have its hash.</exception>
    public static async Task<long> RunAsync(ILedger ledger, IEvidenceStore from, IEvidenceStore to, CancellationToken cancellation)
    {
        var copied = 0L;
        await foreach (var stored in StoredFiles.OfAsync(ledger, cancellation))
        {
            if (stored.File.Removal is not null) continue;

            await using var content = await from.OpenAsync(stored.Hash, cancellation);
            if (content is null) continue;

            await to.PutAsync(stored.Hash, content, cancellation);
            copied++;
        }

        return copied;
    }
}
