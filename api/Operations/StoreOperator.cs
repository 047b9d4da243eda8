using System.Text.Json;
using Supervision.Api.Security;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Operations;

/// <summary>Does it here, through the actors: the rules and the ledger hold for the operator as for everybody.</summary>
internal sealed class StoreOperator(IGrainFactory grains, Callers callers) : IOperator
{
    private static readonly int PageEntriesMax = 500;

    public async Task<ImportOutcome> ImportAsync(PlanDraft draft, PlanId? id, CancellationToken cancellation)
    {
        // The content is the intention: the same file sent twice is one import.
        var key = new CommandKey($"import-{draft.Source.Sha256[..32]}");
        var (plan, receipt) = await PlanImport.RegisterAsync(grains, callers.Operator(Role.OfficeClerk), key, draft, id);
        return new ImportOutcome(
            plan, (receipt as Receipt.Done)?.Version ?? 0, draft.Items.Count(), receipt as Receipt.Refused);
    }

    public async Task<VerifyReport> VerifyAsync(CancellationToken cancellation) =>
        await grains.GetGrain<ILedgerGrain>(0).VerifyAsync(callers.Operator(Role.Auditor))
        ?? throw new InvalidOperationException("The ledger does not know the operator as an auditor; check the caller's key.");

    public async Task ExportAsync(Stream target, CancellationToken cancellation)
    {
        var store = await grains.GetGrain<ILedgerGrain>(0).ViewAsync(callers.Gateway());
        await WriteLineAsync(target, new { store = store.StoreId, kind = store.Kind, shards = store.Shards }, cancellation);
        for (var shard = 0; shard < store.Shards; shard++)
            await ExportShardAsync(target, shard, cancellation);
    }

    private async Task ExportShardAsync(Stream target, int shard, CancellationToken cancellation)
    {
        var after = 0L;
        while (true)
        {
            // A caller lives two minutes and a large ledger takes longer: a new one for each page.
            var page = await grains.GetGrain<IFeedGrain>(shard).ReadAsync(callers.Gateway(), after, PageEntriesMax, waitMilliseconds: 0);
            foreach (var entry in page.Entries)
                await ExportEntryAsync(target, shard, entry, cancellation);
            if (page.Entries.Count == 0 || page.Entries[^1].Position >= page.End)
                return;
            after = page.Entries[^1].Position;
        }
    }

    private static async Task ExportEntryAsync(Stream target, int shard, FeedItem entry, CancellationToken cancellation)
    {
        foreach (var fact in entry.Facts)
        {
            using var content = JsonDocument.Parse(fact.Json);
            await WriteLineAsync(target, new ExportedFact(
                shard, entry.Position, entry.Stream, fact.Seq, fact.Kind, fact.RecordedAt,
                fact.Account, fact.Agency, fact.OnBehalfOf, content.RootElement), cancellation);
        }
    }

    private static async Task WriteLineAsync<T>(Stream target, T line, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(target, line, ApiJson.Options, cancellation);
        await target.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private sealed record ExportedFact(
        int Shard, long Position, string Stream, long Seq, string Kind, DateTimeOffset RecordedAt,
        AccountId Account, AgencyCode Agency, AccountId? OnBehalfOf, JsonElement Fact);
}
