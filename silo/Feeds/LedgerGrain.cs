using Supervision.Cases;
using Supervision.Evidence;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Silo.Actors;
using Supervision.Silo.Cases;
using Supervision.Silo.Evidence;
using Supervision.Silo.Followers;
using Supervision.Silo.Ledger;
using Supervision.Tasks;

namespace Supervision.Silo.Feeds;

[GrainType("ledger")]
internal sealed class LedgerGrain(ActorServices services, SealFolder seals, IEvidenceStore evidence) : Grain, ILedgerGrain
{
    public async Task<StoreView> ViewAsync(Caller caller)
    {
        // Asked by whoever wants to know whether the ledger answers: so it has to.
        await services.Ledger.FeedEndAsync(0);
        var store = services.Ledger.Store;
        return new StoreView(store.Id, store.Kind.ToString(), store.Shards);
    }

    public async Task<VerifyReport?> VerifyAsync(Caller caller)
    {
        if (!LedgerRules.MayVerify(caller)) return null;

        var report = await EvidenceVerifier.AddToAsync(
            await LedgerVerifier.VerifyAsync(services.Ledger, seals.FindKey(), seals.FindAnchor()), services.Ledger, evidence);
        return new VerifyReport(
            [.. report.Findings.Select(found => new VerifyFinding(
                System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(found.Kind.ToString()),
                found.Stream, found.Seq, found.Chinese, found.English))],
            report.Streams, report.Events, report.Seals, report.SealedAt, report.Unsealed, report.Files, report.RemovedFiles);
    }

    public async Task<Receipt> SealAsync(Caller caller)
    {
        if (!LedgerRules.MaySeal(caller)) return NotAllowed(caller);

        var seal = await Sealer.SealAsync(services.Ledger, seals.FindOrMakeKey(), services.Clock.GetUtcNow());
        seals.Remember(Sealer.AnchorOf(seal));
        return new Receipt.Done(seal.Number, null);
    }

    public async Task<IReadOnlyList<ParkedView>?> ListParkedAsync(Caller caller)
    {
        if (!LedgerRules.MayListParked(caller)) return null;

        var parked = await services.Ledger.ListParkedAsync(ShardFollowerGrain.Name);
        return [.. parked.Select(entry => new ParkedView(entry.Follower, entry.Shard, entry.Position, entry.Target, entry.Reason))];
    }

    public async Task<Receipt> RetryParkedAsync(Caller caller, string target)
    {
        if (!LedgerRules.MayRetryParked(caller)) return NotAllowed(caller);

        var parked = await services.Ledger.ListParkedAsync(ShardFollowerGrain.Name);
        var sent = 0;
        foreach (var shard in parked.Where(entry => entry.Target == target).Select(entry => entry.Shard).Distinct())
            sent += await GrainFactory.GetGrain<IShardFollowerGrain>(shard).RetryAsync(target);

        return new Receipt.Done(sent, null);
    }

    public async Task<CaseRecords?> FindCaseAsync(Caller caller, TaskId task) =>
        LedgerRules.MayPackage(caller) ? await CaseReader.FindAsync(services.Ledger, task) : null;

    private static Receipt.Refused NotAllowed(Caller caller) => LedgerRefusals.NotAllowed.With([RoleLabels.Of(caller)]);
}
