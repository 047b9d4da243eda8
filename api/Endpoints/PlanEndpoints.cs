using Microsoft.AspNetCore.Mvc;
using Supervision.Api.Operations;
using Supervision.Api.Requests;
using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Api.Endpoints;

/// <summary>Plans over HTTP: read a file, register it, review its items, submit, approve, revise. Sub-plans go the same way.</summary>
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
        plans.MapGet("/{id}/review", ReviewAsync).WithName("ViewPlanReview").WithSummary("逐项审核的清单 · What is to be decided, doubts first")
            .WithDescription("Open doubts, then the items: those with open questions first, each with quotes, lines and proposals.");
        plans.MapGet("/{id}/history", HistoryAsync).WithName("ViewPlanHistory").WithSummary("方案的经过 · Who decided what, and when");
        plans.MapGet("/{id}/versions", VersionsAsync).WithName("ListPlanVersions").WithSummary("方案的版本 · The versions of a plan");
        plans.MapGet("/{id}/versions/{version:int}/diff", DifferenceAsync).WithName("ViewPlanDifference")
            .WithSummary("某版的变化 · What a version changed, and which tasks it touches");
        plans.MapGet("/{id}/processes/{instance}/picture", DrawAsync).WithName("DrawPlanProcess")
            .WithSummary("流程现状图（SVG） · Where a process of a plan stands, as a picture (SVG)");

        var plan = plans.MapGroup("/{id}");
        plan.Map<ReviewItems>(HttpMethods.Post, "/review", "逐项审核 · Decide on items, several at once");
        plan.Map<SettleItem>(HttpMethods.Put, "/items/{**path}", "确定条目的单位和期限 · Settle an item").WithMetadata(new FieldInAddress("path"));
        plan.Map<SubmitPlan>(HttpMethods.Post, "/submission", "报审 · Submit the plan for approval");
        plan.Map<AcknowledgePlan>(HttpMethods.Post, "/acknowledgement", "签收子方案任务 · Acknowledge a sub-plan");
        plan.Map<RefusePlan>(HttpMethods.Post, "/refusal", "退回子方案任务 · Refuse a sub-plan as not ours");
        plan.Map<DecidePlan>(HttpMethods.Post, "/decisions", "审批 · Answer an approval of the plan");
        plan.Map<ProposeRevision>(HttpMethods.Post, "/revisions", "提请调整 · Propose a revision");
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
        var view = await Of(grains, id).ViewAsync(user.Caller);
        return new(view, view?.Version ?? 0, PlanRefusals.NotFound.With([id]));
    }

    /// <param name="cursor">What <c>next</c> of the page before said.</param>
    private static async Task<Viewed<PlanReview>> ReviewAsync(PlanId id, SignedIn user, IGrainFactory grains, int cursor = 0, int limit = Paging.Usual)
    {
        if (Paging.FlawOf(cursor, limit) is { } flaw) return new(null, 0, flaw);

        var review = await Of(grains, id).ReviewAsync(user.Caller, cursor, limit);
        return new(review, review?.Version ?? 0, PlanRefusals.NotFound.With([id]));
    }

    private static async Task<Viewed<PlanHistory>> HistoryAsync(PlanId id, SignedIn user, IGrainFactory grains, long cursor = 0, int limit = Paging.Usual) =>
        Paging.FlawOf(cursor, limit) is { } flaw
            ? new(null, 0, flaw)
            : new(await Of(grains, id).HistoryAsync(user.Caller, cursor, limit), 0, PlanRefusals.NotFound.With([id]));

    private static async Task<Viewed<PlanVersions>> VersionsAsync(PlanId id, SignedIn user, IGrainFactory grains) =>
        new(await Of(grains, id).VersionsAsync(user.Caller), 0, PlanRefusals.NotFound.With([id]));

    private static async Task<Viewed<PlanDifference>> DifferenceAsync(PlanId id, int version, SignedIn user, IGrainFactory grains) =>
        new(await Of(grains, id).DifferenceAsync(user.Caller, version), version, PlanRefusals.VersionNotFound.With([id, version]));

    private static Task<Pictured> DrawAsync(PlanId id, string instance, SignedIn user, IGrainFactory grains) =>
        ProcessPictures.OfAsync(Of(grains, id), user, instance);

    private static IPlanGrain Of(IGrainFactory grains, PlanId id) => grains.GetGrain<IPlanGrain>(id.Value);
}
