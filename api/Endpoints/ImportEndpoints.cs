using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Imports;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Imports;
using Supervision.Language;
using Supervision.Plans;
using Supervision.Registers;
using Created = Supervision.Api.Requests.Created;

namespace Supervision.Api.Endpoints;

/// <summary>批量导入 over HTTP: a sheet comes in, its dry run is looked at, and a person has it carried out.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").WithTags("Imports 批量导入");
        imports.MapPost("/", TakeAsync).WithName("TakeImport").WithSummary("批量导入：上传并试算 · Upload a sheet and see what it would change")
            .WithDescription("Query: kind (tasks, plan-items), plan (of plan-items), name (of the file), source (whose the external ids are).")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.BodyBytesMax));
        imports.MapGet("/{id}", ViewAsync).WithName("ViewImport").WithSummary("查看导入进度 · View an import and its progress");
        imports.MapGet("/{id}/rows", ListRowsAsync).WithName("ListImportRows").WithSummary("逐行结果 · What becomes of each row");

        var import = imports.MapGroup("/{id}");
        import.MapCommand<StartImport>(HttpMethods.Post, "/start", "执行导入 · Carry an import out", StartAsync);
        import.Map<CancelImport>("/cancel", "取消导入 · Cancel an import");
    }

    // The plan must be as the dry run saw it; once started, the same start sent again is the same.
    private static async Task<Receipt> StartAsync(HttpContext http, SignedIn user, StartImport command)
    {
        var grains = http.RequestServices.GetRequiredService<IGrainFactory>();
        var import = grains.GetGrain<IImportGrain>(http.IdOf<ImportId>("id").Value);
        var view = await import.ViewAsync(user.Caller);
        var version = view is { Phase: ImportPhase.Checked, Plan: { } plan }
            ? (await grains.GetGrain<IPlanGrain>(plan.Value).ViewAsync(user.Caller))?.Version
            : view?.PlanVersion;
        return await import.ExecuteAsync(user.Caller, command with { PlanVersion = version });
    }

    private static void Map<TCommand>(this IEndpointRouteBuilder import, string pattern, string summary)
        where TCommand : ImportCommand =>
        import.MapCommand<TCommand>(HttpMethods.Post, pattern, summary, (http, user, command) => http.RequestServices
            .GetRequiredService<IGrainFactory>().GetGrain<IImportGrain>(http.IdOf<ImportId>("id").Value).ExecuteAsync(user.Caller, command));

    private static async Task<Created> TakeAsync(ImportUpload upload, Keyed keyed, SignedIn user, ImportDesk desk)
    {
        var (id, receipt) = await desk.TakeAsync(user, keyed.Key, upload);
        return new Created(receipt, id.Value, $"{Gateway.ApiPath}/imports/{id}");
    }

    private static async Task<Viewed<ImportView>> ViewAsync(ImportId id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<IImportGrain>(id.Value).ViewAsync(user.Caller);
        return new Viewed<ImportView>(view, view?.Version ?? 0, ImportRefusals.NotFound.With([id]));
    }

    private static async Task<Results<Ok<ImportRowPage>, Refusing>> ListRowsAsync(
        ImportId id, SignedIn user, IGrainFactory grains, RowOutcome? outcome, int? from, int? limit)
    {
        var asked = limit ?? PageQuery.LimitMax;
        if (asked is < 1 or > PageQuery.LimitMax)
            return new Refusing(RegisterRefusals.LimitOutOfRange, asked, PageQuery.LimitMax);

        return await grains.GetGrain<IImportGrain>(id.Value).ListRowsAsync(user.Caller, outcome, Math.Max(0, from ?? 0), asked) is { } page
            ? TypedResults.Ok(page)
            : new Refusing(ImportRefusals.NotFound, id);
    }
}
