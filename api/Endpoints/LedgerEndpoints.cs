using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Feeds;
using Supervision.Language;

namespace Supervision.Api.Endpoints;

/// <summary>The ledger as a whole, for auditors and the office's director.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/ledger").WithTags("Ledger 台账留痕");
        ledger.MapGet("/", ViewAsync).WithName("ViewLedger").WithSummary("台账概况 · What the store is");
        ledger.MapPost("/verification", VerifyAsync).WithName("VerifyLedger").WithSummary("校验台账 · Read everything and name what is wrong");
        ledger.MapPost("/seals", SealAsync).WithName("SealLedger").WithSummary("封存台账 · Seal the ledger up to now");
        ledger.MapGet("/parked", ListParkedAsync).WithName("ListParked").WithSummary("未能送达的后续 · What followers could not deliver");
        ledger.MapPost("/parked/{**target}", RetryParkedAsync).WithName("RetryParked").WithSummary("重新送达 · Deliver it again");
    }

    private static async Task<Viewed<StoreView>> ViewAsync(IGrainFactory grains, Callers callers) =>
        new(await grains.GetGrain<ILedgerGrain>(0).ViewAsync(callers.Gateway()), 0, LedgerRefusals.NotAllowed.With(["-"]));

    private static async Task<Viewed<VerifyReport>> VerifyAsync(SignedIn user, IGrainFactory grains) =>
        new(await grains.GetGrain<ILedgerGrain>(0).VerifyAsync(user.Caller), 0, NotAllowed(user));

    private static async Task<Recorded> SealAsync(SignedIn user, IGrainFactory grains) =>
        new(await grains.GetGrain<ILedgerGrain>(0).SealAsync(user.Caller));

    private static async Task<Viewed<IReadOnlyList<ParkedView>>> ListParkedAsync(SignedIn user, IGrainFactory grains) =>
        new(await grains.GetGrain<ILedgerGrain>(0).ListParkedAsync(user.Caller), 0, NotAllowed(user));

    private static async Task<Recorded> RetryParkedAsync(string target, SignedIn user, IGrainFactory grains) =>
        new(await grains.GetGrain<ILedgerGrain>(0).RetryParkedAsync(user.Caller, target));

    private static Receipt.Refused NotAllowed(SignedIn user) =>
        LedgerRefusals.NotAllowed.With([RoleLabels.Of(user.Caller)]);
}
