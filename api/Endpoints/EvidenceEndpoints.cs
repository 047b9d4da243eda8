using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Evidence;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Api.Endpoints;

/// <summary>Files that prove something: what is known of them, where they are used, their bytes, and their removal by law.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/evidence").WithTags("Evidence 佐证材料").AddEndpointFilter(RefuseWithoutStoreAsync);
        evidence.MapUploads();
        evidence.MapGet("/{hash}", ViewAsync).WithName("ViewEvidence").WithSummary("查看佐证材料 · What is known of a file");
        evidence.MapGet("/{hash}/uses", ListUsesAsync).WithName("ListEvidenceUses").WithSummary("用在何处 · Where a file is used");
        evidence.MapGet("/{hash}/content", DownloadAsync).WithName("DownloadEvidence").WithSummary("下载佐证材料 · Download a file")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Produces(StatusCodes.Status206PartialContent);
        evidence.MapCommand<RemoveEvidence>(HttpMethods.Post, "/{hash}/removal", "依法删除佐证材料 · Remove a file as the law demands", (http, user, command) =>
            http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IEvidenceGrain>(http.IdOf<EvidenceHash>("hash").Value)
                .ExecuteAsync(user.Caller, command));

        routes.MapGet("/tasks/{id}/evidence", ListOfTaskAsync).WithTags("Evidence 佐证材料").WithName("ListTaskEvidence")
            .WithSummary("事项的佐证材料和提示 · Files of a task, used twice or not, and reports that repeat an earlier one");
    }

    private static async Task<Viewed<EvidenceView>> ViewAsync(EvidenceHash hash, SignedIn user, EvidenceReader reader, CancellationToken cancellation)
    {
        var view = await reader.FindAsync(user.Caller, hash, cancellation);
        return new Viewed<EvidenceView>(view, view?.Version ?? 0, EvidenceRefusals.NotFound.With([]));
    }

    private static async Task<Results<Ok<EvidenceUses>, Refusing>> ListUsesAsync(
        EvidenceHash hash, SignedIn user, IEvidenceRegister register, EvidenceReader reader, FeedPosition? seen, CancellationToken cancellation) =>
        await reader.FindAsync(user.Caller, hash, cancellation) is null
            ? new Refusing(EvidenceRefusals.NotFound)
            : TypedResults.Ok(await register.UsesAsync(user.Caller, hash, seen, cancellation));

    private static async Task<Results<Ok<TaskEvidence>, Refusing>> ListOfTaskAsync(
        TaskId id, SignedIn user, IEvidenceRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        await register.OfTaskAsync(user.Caller, id, seen, cancellation) is { } evidence
            ? TypedResults.Ok(evidence)
            : new Refusing(TaskRefusals.NotFound);

    // Saved, never shown: whatever a browser would make of it, it makes nothing of it in our name.
    private static async Task<IResult> DownloadAsync(
        EvidenceHash hash, HttpContext http, SignedIn user, EvidenceReader reader, IEvidenceStore store, CancellationToken cancellation)
    {
        if (await reader.FindAsync(user.Caller, hash, cancellation) is not { } view) return new Refusing(EvidenceRefusals.NotFound);
        if (view.RemovedBasis is { } basis) return new Refusing(EvidenceRefusals.Removed, basis);
        if (await store.OpenAsync(hash, cancellation) is not { } content) return new Refusing(EvidenceRefusals.Lost);

        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        http.Response.Headers.Vary = "Authorization, Cookie";
        return TypedResults.Stream(
            content, view.Type, EvidenceTypes.NameFor(view.Name, view.Type), lastModified: null,
            new EntityTagHeaderValue($"\"sha256-{hash}\""), enableRangeProcessing: true);
    }

    private static async ValueTask<object?> RefuseWithoutStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<IEvidenceStore>().IsThere
            ? await next(context)
            : new Refusing(EvidenceRefusals.NoStore);

    /// <summary>What a caller may see of a file: by itself, or because a task in reach names it.</summary>
    internal sealed class EvidenceReader(IGrainFactory grains, IEvidenceRegister register, Callers callers)
    {
        public async Task<EvidenceView?> FindAsync(Caller caller, EvidenceHash hash, CancellationToken cancellation)
        {
            var grain = grains.GetGrain<IEvidenceGrain>(hash.Value);
            return await grain.ViewAsync(caller)
                ?? (await register.IsInReachAsync(caller, hash, cancellation) ? await grain.ViewAsync(callers.Gateway()) : null);
        }
    }
}
