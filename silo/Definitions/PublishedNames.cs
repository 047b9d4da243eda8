using Supervision.Accounts;
using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;
using Supervision.Workflows;

namespace Supervision.Silo.Definitions;

/// <summary>What publishing asks of the rest of the city: which definitions there are, which roles somebody holds.</summary>
/// <remarks>Goes through the names of all streams. Publishing is rare, and no register has to be kept right for it.</remarks>
internal sealed class PublishedNames(ILedger ledger, DefinitionSource source)
{
    private const string Accounts = "account/";
    private static readonly string Definitions = DefinitionSource.CatalogueStream("");

    /// <summary>The ids of the definitions whose name, without spaces, is this type.</summary>
    public async Task<IReadOnlyList<string>> OfTypeAsync(string type)
    {
        var ids = new List<string>();
        foreach (var stream in await StreamsAsync(Definitions))
        {
            var id = stream[Definitions.Length..];
            if (await source.PublishedAsync(id) is { } published && DefinitionLinks.TypeOf(published) == type) ids.Add(id);
        }

        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    /// <summary>Of some names those that are published. What comes with the program always is.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(IEnumerable<string> names)
    {
        var published = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (ShippedDefinitions.All.ContainsKey(name) || await source.PublishedAsync(name) is not null) published.Add(name);
        return published;
    }

    /// <summary>The roles that open accounts hold; null in a store without accounts, where nobody can say.</summary>
    public async Task<IReadOnlySet<Role>?> HeldAsync()
    {
        var streams = await StreamsAsync(Accounts);
        var held = new HashSet<Role>();
        foreach (var stream in streams)
        {
            var account = await source.LoadAsync<Account>(stream);
            if (!account.IsClosed) held.UnionWith(account.Roles);
        }

        return streams.Count == 0 ? null : held;
    }

    private async Task<IReadOnlyList<string>> StreamsAsync(string prefix)
    {
        var streams = new HashSet<string>(StringComparer.Ordinal);
        for (var shard = 0; shard < ledger.Store.Shards; shard++)
        {
            await foreach (var stream in ledger.ListStreamsAsync(shard, CancellationToken.None))
                if (stream.StartsWith(prefix, StringComparison.Ordinal)) streams.Add(stream);
        }

        return [.. streams];
    }
}
