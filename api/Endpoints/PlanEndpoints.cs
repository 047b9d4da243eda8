using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Operations;
using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Endpoints;

/// <summary>Plans over HTTP: read a file, register it, settle its items, issue them as tasks.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/plans").WithTags("Plans 方案");
        plans.MapPost("/", ImportAsync).WithName("ImportPlan").WithSummary("方案入库 · Read a plan and register it")
            .WithDescription("Query: id, name (of the file), issuer and issuedOn where the text has none.")
            .WithMetadata(new RequestSizeLimitAttribute(PlanUpload.BodyBytesMax));
        plans.MapPost("/draft", Draft).WithName("ReadPlan").WithSummary("读方案，不入库 · Read a plan without keeping it")
            .WithMetadata(new RequestSizeLimitAttribute(PlanUpload.BodyBytesMax));
        plans.MapGet("/{id}", ViewAsync).WithName("ViewPlan").WithSummary("查看方案 · View a plan");

        var plan = plans.MapGroup("/{id}");
        plan.Map<SettleItem>(HttpMethods.Put, "/items/{**path}", "确定条目的单位和期限 · Settle an item").WithMetadata(new FieldInAddress("path"));
        plan.Map<IssueItems>(HttpMethods.Post, "/issue", "下达 · Issue items as tasks");
    }

    private static RouteHandlerBuilder Map<TCommand>(this IEndpointRouteBuilder plan, string method, string pattern, string summary)
        where TCommand : PlanCommand =>
        plan.MapCommand<TCommand>(method, pattern, summary, (http, user, command) => http.RequestServices
            .GetRequiredService<IGrainFactory>().GetGrain<IPlanGrain>(http.IdOf<PlanId>("id").Value).ExecuteAsync(user.Caller, command));

    private static async Task<Created> ImportAsync(PlanUpload upload, Keyed keyed, SignedIn user, IGrainFactory grains)
    {
        if (upload.Reading is not PlanReading.Read { Draft: var draft })
            return new Created(PlanImport.Refused((PlanReading.Unreadable)upload.Reading), "", "");

        var (id, receipt) = await PlanImport.RegisterAsync(grains, user.Caller, keyed.Key, draft, upload.Id);
        return new Created(receipt, id.Value, $"{Gateway.ApiPath}/plans/{id}");
    }

    private static Viewed<PlanDraft> Draft(PlanUpload upload, SignedIn user) =>
        !PlanRules.MayView(user.Caller)
            ? new(null, 0, PlanRefusals.NotAllowed.With([RoleLabels.Of(user.Caller)]))
            : upload.Reading is PlanReading.Unreadable unreadable
                ? new(null, 0, PlanImport.Refused(unreadable))
                : new(((PlanReading.Read)upload.Reading).Draft, 0, PlanRefusals.NotFound.With(["-"]));

    private static async Task<Viewed<PlanView>> ViewAsync(PlanId id, SignedIn user, IGrainFactory grains)
    {
        var view = await grains.GetGrain<IPlanGrain>(id.Value).ViewAsync(user.Caller);
        return new Viewed<PlanView>(view, view?.Version ?? 0, PlanRefusals.NotFound.With([id]));
    }
}
