using Supervision.Agencies;
using Supervision.Api.Cases;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Evidence;
using Supervision.Feeds;
using Supervision.Language;
using Supervision.Tasks;

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
        routes.MapGet("/tasks/{id}/package", PackageAsync).WithTags("Ledger 台账留痕").WithName("PackageTask")
            .WithSummary("案件证据包（ZIP） · One case with its proof, to be checked without this system")
            .Produces(StatusCodes.Status200OK, contentType: CasePackage.MediaType);
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

    private static async Task<IResult> PackageAsync(
        TaskId id, HttpContext http, SignedIn user, IGrainFactory grains, IEvidenceStore files, Organisation organisation, TimeProvider clock)
    {
        if (!LedgerRules.MayPackage(user.Caller)) return new Refusing(NotAllowed(user));
        if (await grains.GetGrain<ILedgerGrain>(0).FindCaseAsync(user.Caller, id) is not { } found) return new Refusing(TaskRefusals.NotFound);

        var package = new CasePackage(found, files, organisation, clock.GetUtcNow());
        return new PackageResult($"{id}.zip", (stream, cancellation) => package.WriteAsync(stream, cancellation));
    }

    private sealed class PackageResult(string name, Func<Stream, CancellationToken, Task> write) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => KeptFile.SendAsync(httpContext, name, CasePackage.MediaType, write);
    }

    private static Receipt.Refused NotAllowed(SignedIn user) =>
        LedgerRefusals.NotAllowed.With([RoleLabels.Of(user.Caller)]);
}
