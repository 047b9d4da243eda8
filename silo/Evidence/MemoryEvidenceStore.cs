using System.Collections.Concurrent;
using System.Security.Cryptography;
using Supervision.Evidence;

namespace Supervision.Silo.Evidence;

/// <summary>For tests and simulations.</summary>
internal sealed class MemoryEvidenceStore : IEvidenceStore
{
    private readonly ConcurrentDictionary<EvidenceHash, byte[]> _files = new();

    public async Task PutAsync(EvidenceHash hash, Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var found = EvidenceHash.OfDigest(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        _files[found == hash ? hash : throw OtherContent.Than(hash, found)] = bytes.ToArray();
    }

    public Task<Stream?> OpenAsync(EvidenceHash hash, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_files.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    public Task EraseAsync(EvidenceHash hash, CancellationToken cancellation)
    {
        _files.TryRemove(hash, out _);
        return Task.CompletedTask;
    }
}

internal static class OtherContent
{
    public static InvalidDataException Than(EvidenceHash announced, EvidenceHash found) =>
        new($"The content announced as {announced} has the hash {found}. Send the file that was announced.");
}
