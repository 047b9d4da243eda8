using System.Collections.Concurrent;
using System.Text.Json;
using Supervision.Language;

namespace Supervision.Api.Evidence;

/// <summary>Where uploads of this gateway wait until they are whole: for each its announcement and what was received of it.</summary>
/// <remarks>The length of the second file is the offset to go on from, so that a restart has nothing to remember.</remarks>
internal sealed class UploadFolder(DataFolder data)
{
    /// <summary>An upload that nothing came for this long is thrown away.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(24);

    private const int BufferBytes = 128 * 1024;

    private static readonly string AnnouncementEnding = ".json";

    private readonly string _folder = data.File("uploads");
    private readonly ConcurrentDictionary<string, bool> _busy = new();

    /// <summary>What is left on the disk of this folder.</summary>
    public long FreeBytes => new DriveInfo(data.Path).AvailableFreeSpace;

    /// <summary>The upload of this account, or null.</summary>
    public async Task<Upload?> FindAsync(string id, AccountId account, CancellationToken cancellation) =>
        Upload.IsId(id) ? await ReadAsync(AnnouncementOf(account, id), cancellation) : null;

    /// <summary>Keeps what is announced, or what has become of it.</summary>
    public async Task KeepAsync(Upload upload, CancellationToken cancellation)
    {
        new DataFolder(FolderOf(upload.Account)).Create();
        await PrivateFile.WriteAsync(AnnouncementOf(upload.Account, upload.Id), JsonSerializer.Serialize(upload, ApiJson.Options), cancellation);
    }

    public async Task<int> CountAsync(AccountId account, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var file in AnnouncementsIn(FolderOf(account)))
        {
            if (await ReadAsync(file, cancellation) is { Type: null }) count++;
        }

        return count;
    }

    /// <summary>How many bytes were received. All of them once they are in the store.</summary>
    public long OffsetOf(Upload upload) =>
        upload.Type is not null ? upload.Size : new FileInfo(PartOf(upload)) is { Exists: true } part ? part.Length : 0;

    /// <summary>Nobody else writes to this upload until it is let go; null when somebody does.</summary>
    public IDisposable? Claim(string id) => _busy.TryAdd(id, true) ? new Claimed(_busy, id) : null;

    /// <summary>Adds what comes, to the announced size. What came before a broken connection stays, flushed like the rest.</summary>
    /// <returns>The offset after it; one more than the size when too much came, which is cut off.</returns>
    public async Task<long> AppendAsync(Upload upload, Stream content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var part = new FileStream(PartOf(upload), options);
        part.Seek(0, SeekOrigin.End);
        try
        {
            var buffer = new byte[BufferBytes];
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                var fits = (int)Math.Min(read, upload.Size - part.Position);
                await part.WriteAsync(buffer.AsMemory(0, fits), cancellation);
                if (fits < read) return upload.Size + 1;
            }

            return part.Position;
        }
        finally
        {
            part.Flush(flushToDisk: true);
        }
    }

    public Stream OpenPart(Upload upload) => new FileStream(
        PartOf(upload), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous);

    /// <summary>The bytes alone; the announcement stays for whoever asks again.</summary>
    public void RemovePart(Upload upload) => File.Delete(PartOf(upload));

    public void Remove(Upload upload)
    {
        RemovePart(upload);
        File.Delete(AnnouncementOf(upload.Account, upload.Id));
    }

    /// <summary>Throws away what nothing came for lately; returns how many.</summary>
    public async Task<int> RemoveAbandonedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var file in AnnouncementsIn(_folder))
        {
            if (await ReadAsync(file, cancellation) is not { } upload) continue;
            // A file that is gone meanwhile counts as touched in 1601.
            var touched = new[] { file, PartOf(upload) }.Max(path => File.GetLastWriteTimeUtc(path));
            using var claim = now - touched < AbandonedAfter ? null : Claim(upload.Id);
            if (claim is null) continue;

            Remove(upload);
            removed++;
        }

        return removed;
    }

    // An account's own folder: what one account has under way is counted without looking at everybody's.
    private string FolderOf(AccountId account) => Path.Combine(_folder, account.Value);

    private string AnnouncementOf(AccountId account, string id) => Path.Combine(FolderOf(account), id + AnnouncementEnding);

    private string PartOf(Upload upload) => Path.Combine(FolderOf(upload.Account), upload.Id + ".part");

    private static string[] AnnouncementsIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + AnnouncementEnding, SearchOption.AllDirectories) : [];

    private static async Task<Upload?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<Upload>(await File.ReadAllTextAsync(path, cancellation), ApiJson.Options);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null; // Completed meanwhile; or cut by a power failure, and then the file is announced anew.
        }
    }

    private sealed class Claimed(ConcurrentDictionary<string, bool> busy, string id) : IDisposable
    {
        public void Dispose() => busy.TryRemove(id, out _);
    }
}
