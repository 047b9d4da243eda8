namespace Supervision.Evidence;

/// <summary>A cluster that was given no store for files: nothing can be uploaded, and nothing is there.</summary>
public sealed class NoEvidenceStore : IEvidenceStore
{
    public bool IsThere => false;

    public Task PutAsync(EvidenceHash hash, Stream content, CancellationToken cancellation) =>
        throw new InvalidOperationException("There is no store for files; name one in the settings of the cluster.");

    public Task<Stream?> OpenAsync(EvidenceHash hash, CancellationToken cancellation) => Task.FromResult<Stream?>(null);

    public Task EraseAsync(EvidenceHash hash, CancellationToken cancellation) => Task.CompletedTask;
}
