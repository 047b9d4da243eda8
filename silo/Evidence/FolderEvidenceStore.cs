using System.Buffers;
using System.Security.Cryptography;
using Supervision.Evidence;

namespace Supervision.Silo.Evidence;

/// <summary>Files in a folder: <c>ab/abcd…</c>, the name being the hash. One process writes; any may read beside it.</summary>
/// <remarks>
/// A file is written under another name, flushed, moved and its folder flushed: under its own name it is whole or not there,
/// also after the power failed. A file that is there is written again all the same, which mends a damaged one.
/// </remarks>
internal sealed class FolderEvidenceStore : IEvidenceStore
{
    private const int BufferBytes = 128 * 1024;

    private readonly string _folder;

    private FolderEvidenceStore(string folder) => _folder = folder;

    private string Arriving => Path.Combine(_folder, "arriving");

    /// <summary>For the one process that writes; what an interrupted write left behind is cleared away.</summary>
    public static FolderEvidenceStore Open(string folder)
    {
        var store = new FolderEvidenceStore(folder);
        if (Directory.Exists(store.Arriving)) Directory.Delete(store.Arriving, recursive: true);
        return store;
    }

    /// <summary>Beside a process that writes. The folder need not be there.</summary>
    public static FolderEvidenceStore OpenToRead(string folder) => new(folder);

    public async Task PutAsync(EvidenceHash hash, Stream content, CancellationToken cancellation)
    {
        Durably.CreateFolder(Arriving);
        var beside = Path.Combine(Arriving, $"{hash}-{Guid.CreateVersion7():N}");
        try
        {
            var found = await WriteAsync(beside, content, cancellation);
            if (found != hash) throw OtherContent.Than(hash, found);

            var path = PathOf(hash);
            Durably.CreateFolder(Path.GetDirectoryName(path)!);
            Durably.Move(beside, path);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public Task<Stream?> OpenAsync(EvidenceHash hash, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task EraseAsync(EvidenceHash hash, CancellationToken cancellation)
    {
        Durably.Delete(PathOf(hash));
        return Task.CompletedTask;
    }

    // By its hash alone: no name that a person gave ever becomes a path.
    private string PathOf(EvidenceHash hash) => EvidenceHash.TryParse(hash.Value, null, out var sound)
        ? Path.Combine(_folder, sound.Value[..2], sound.Value)
        : throw new ArgumentException($"\"{hash}\" is no hash of a file.");

    private static async Task<EvidenceHash> WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, Durably.NewFile);
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                sum.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return EvidenceHash.OfDigest(sum.GetHashAndReset());
    }
}
