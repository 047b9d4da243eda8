namespace Supervision.Evidence;

/// <summary>The bytes of files, named by their hash: a folder, an S3-compatible store, or memory in tests. One contract suite holds them.</summary>
/// <remarks>Knows nothing of who may see what; whoever has it asks the rules first.</remarks>
public interface IEvidenceStore
{
    /// <summary>Whether files can be kept at all.</summary>
    bool IsThere => true;

    /// <summary>Durable when it returns. Twice is as good as once, at the same time too.</summary>
    /// <exception cref="InvalidDataException">The content has another hash; nothing of it is kept.</exception>
    Task PutAsync(EvidenceHash hash, Stream content, CancellationToken cancellation);

    /// <summary>The bytes, with their length and from any place on; null when they are not there.</summary>
    Task<Stream?> OpenAsync(EvidenceHash hash, CancellationToken cancellation);

    /// <summary>Afterwards the bytes are nowhere in the store. Twice is as good as once.</summary>
    Task EraseAsync(EvidenceHash hash, CancellationToken cancellation);
}
