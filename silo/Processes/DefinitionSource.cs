using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Supervision.Definitions;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>Workflow definitions by content hash, for ever the same, and what a name stands for now. Read from the ledger, not from a grain.</summary>
internal sealed class DefinitionSource(ILedger ledger)
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _byHash = new();

    public static string CatalogueStream(string definition) => $"definition/{definition}";

    public static string ContentStream(string hash) => $"definition-content/{hash}";

    /// <summary>The content that a running process was started with. Loaded once in the life of this silo.</summary>
    public async ValueTask<WorkflowDefinition> OfHashAsync(string hash) =>
        await FindAsync(hash) ?? throw new InvalidOperationException($"The ledger holds no definition with the hash {hash}.");

    /// <summary>The content with this hash; null when nobody has published it.</summary>
    public async ValueTask<WorkflowDefinition?> FindAsync(string hash)
    {
        if (_byHash.TryGetValue(hash, out var known)) return known;
        if (!IsHash(hash)) return null;

        var loaded = await ledger.LoadAsync(ContentStream(hash), CancellationToken.None);
        if (loaded.Tail.Select(FactOf).OfType<DefinitionContent>().FirstOrDefault() is not { } content) return null;

        var json = Encoding.UTF8.GetBytes(content.Json);
        var used = new Dictionary<string, WorkflowDefinition>();
        // A content names what it uses by hash, and a hash is known only after its content: this ends.
        foreach (var use in DefinitionLinks.In(DefinitionReader.Read(json)).Where(use => use.Hash.Length > 0))
            used[use.Hash] = await OfHashAsync(use.Hash);
        return _byHash.GetOrAdd(hash, DefinitionReader.Read(json, use => used.GetValueOrDefault(use.Hash), hash));
    }

    /// <summary>The definition published under this name now; null when there is none. One read, whatever its history.</summary>
    public async Task<WorkflowDefinition?> PublishedAsync(string name)
    {
        var published = await LoadAsync<PublishedDefinition>(CatalogueStream(name));
        return published.Hash is { } hash ? await OfHashAsync(hash) : null;
    }

    // People name contents too; what is no hash names no stream.
    private static bool IsHash(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What a stream says now, read from the ledger: the actor is not asked.</summary>
    public async Task<TState> LoadAsync<TState>(string stream)
        where TState : class, IStreamState<TState>
    {
        var loaded = await ledger.LoadAsync(stream, CancellationToken.None);
        var start = loaded.Snapshot is { } snapshot ? Actors.SnapshotJson.Read<TState>(snapshot.State.Span) : TState.Initial;
        return loaded.Tail.Select(FactOf).Aggregate(start, (state, fact) => state.Evolve(fact));
    }

    private static Fact FactOf(RecordedEvent recorded)
    {
        var envelope = EnvelopeJson.Read(recorded.Body.Span);
        return FactJson.Read(envelope.Kind, envelope.Fact) ?? throw UnknownFactException.OfKind(envelope.Kind);
    }
}
