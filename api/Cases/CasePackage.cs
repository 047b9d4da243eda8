using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Supervision.Agencies;
using Supervision.Cases;
using Supervision.Evidence;

namespace Supervision.Api.Cases;

/// <summary>One case as a zip that proves itself; its form stands in docs/evidence-package.md, and a checker was written from that page alone.</summary>
internal sealed class CasePackage(CaseRecords records, IEvidenceStore files, Organisation organisation, DateTimeOffset madeAt)
{
    public const string MediaType = "application/zip";

    private static readonly string Format = "supervision.evidence-package/1";
    private static readonly string ContentKind = "definition.content";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Json) { WriteIndented = true };

    private readonly List<Part> _parts = [];

    /// <returns>The package number: the SHA-256 of the manifest, which names every other file by its hash.</returns>
    public async Task<string> WriteAsync(Stream target, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await AddLinesAsync(zip, "ledger/events.jsonl", records.Events, cancellation);
        await AddLinesAsync(zip, "ledger/feed.jsonl", records.Feed, cancellation);
        await AddLinesAsync(zip, "ledger/seals.jsonl", records.Seals, cancellation);
        foreach (var (hash, content) in Definitions())
            await AddAsync(zip, $"definitions/{hash}.json", new MemoryStream(Encoding.UTF8.GetBytes(content)), cancellation);
        foreach (var file in records.Files.Where(file => !file.IsRemoved))
            await AddFileAsync(zip, file, cancellation);
        await AddAsync(zip, "index.html", Text(new CasePage(records, organisation).Write()), cancellation);

        var manifest = JsonSerializer.SerializeToUtf8Bytes(Manifest(), Indented);
        var number = Convert.ToHexStringLower(SHA256.HashData(manifest));
        await AddAsync(zip, "manifest.json", new MemoryStream(manifest), cancellation);
        await AddAsync(zip, "manifest.sha256", Text($"{number}  manifest.json\n"), cancellation);
        return number;
    }

    /// <summary>Where a file of evidence stands in the package.</summary>
    public static string PathOf(CaseFile file) => $"files/{file.Hash}{Path.GetExtension(EvidenceTypes.NameFor(file.Name, file.Type))}";

    private object Manifest() => new
    {
        Format,
        records.Task,
        MadeAt = madeAt.ToUniversalTime(),
        Store = new { Id = records.Store, Kind = records.StoreKind, records.Digest, records.Shards },
        Streams = records.Events.GroupBy(at => at.Stream).Select(stream => new { Name = stream.Key, Events = stream.Count(), Head = stream.Last().Hash }),
        Seals = records.Seals.Select(seal => seal.Number),
        Files = _parts,
    };

    private IEnumerable<(string Hash, string Content)> Definitions() =>
        from at in records.Events
        let body = JsonElement.Parse(at.Body)
        where body.GetProperty("kind").GetString() == ContentKind
        select (at.Stream[(at.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..], body.GetProperty("fact").GetProperty("json").GetString()!);

    // A file that its store has lost is left out; the checker misses it and says so.
    private async Task AddFileAsync(ZipArchive zip, CaseFile file, CancellationToken cancellation)
    {
        await using var content = await files.OpenAsync(file.Hash, cancellation);
        if (content is not null) await AddAsync(zip, PathOf(file), content, cancellation);
    }

    private Task AddLinesAsync<T>(ZipArchive zip, string path, IReadOnlyList<T> lines, CancellationToken cancellation) =>
        AddAsync(zip, path, Text(string.Concat(lines.Select(line => JsonSerializer.Serialize(line, Json) + "\n"))), cancellation);

    private async Task AddAsync(ZipArchive zip, string path, Stream content, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = madeAt;
        await using var target = await entry.OpenAsync(cancellation);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var size = 0L;
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                sum.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                size += read;
            }

            _parts.Add(new Part(path, size, Convert.ToHexStringLower(sum.GetHashAndReset())));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed record Part(string Path, long Size, string Sha256);
}
