using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Api.Endpoints;
using Supervision.Api.Problems;
using Supervision.Api.Requests;
using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Webhooks;

namespace Supervision.Api.Notices.Webhooks;

/// <summary>Webhooks over HTTP: opened by one administrator, approved by another, looked at by both.</summary>
internal static class WebhookEndpoints
{
    private static readonly string PingId = "ping";

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/webhooks").WithTags("Webhooks 推送");
        webhooks.MapGet("/", ListAsync).WithName("ListWebhooks").WithSummary("推送地址与最近投递 · Webhooks and their last deliveries");

        var webhook = webhooks.MapGroup("/{webhook}");
        webhook.MapPut("/", OpenAsync).WithName(nameof(OpenWebhook)).WithSummary("开通推送地址 · Open a webhook");
        webhook.Map<ApproveWebhook>("/approval", "批准推送 · Approve a webhook");
        webhook.Map<CloseWebhook>("/closing", "关闭推送 · Close a webhook");
        webhook.MapPost("/ping", PingAsync).WithName("PingWebhook").WithSummary("试推送，不含业务内容 · Send one that says nothing");
        webhook.MapPost("/resumption", ResumeAsync).WithName("ResumeWebhook").WithSummary("继续已停止的推送 · Go on where it stopped");
    }

    private static void Map<TCommand>(this IEndpointRouteBuilder webhook, string pattern, string summary)
        where TCommand : WebhookCommand => webhook
            .MapCommand<TCommand>(HttpMethods.Post, pattern, summary, (http, user, command) =>
                WebhooksOf(http.RequestServices.GetRequiredService<IGrainFactory>()).ExecuteAsync(user.Caller, command))
            .WithMetadata(new FieldInAddress("webhook"));

    private static async Task<Results<Ok<IReadOnlyList<WebhookView>>, Refusing>> ListAsync(SignedIn user, IGrainFactory grains) =>
        await WebhooksOf(grains).ListAsync(user.Caller) is { } views
            ? TypedResults.Ok(views)
            : new Refusing(WebhookRefusals.NotAllowed, RoleLabels.Of(user.Caller));

    private static async Task<Recorded> OpenAsync(WebhookId webhook, Keyed keyed, SignedIn user, NewWebhook body, IGrainFactory grains) =>
        new(await WebhooksOf(grains).ExecuteAsync(user.Caller, new OpenWebhook(keyed.Key, webhook, body.Url, body.Secret)));

    private static async Task<Results<Ok<WebhookTry>, Refusing>> PingAsync(
        WebhookId webhook, SignedIn user, IGrainFactory grains, Callers callers, WebhookTransport transport, CancellationToken cancellation)
    {
        if (!WebhookRules.MayTend(user.Caller))
            return new Refusing(WebhookRefusals.NotAllowed, RoleLabels.Of(user.Caller));
        if (await WebhooksOf(grains).FindOrderAsync(callers.Gateway(), webhook) is not { } order)
            return new Refusing(WebhookRefusals.NotFound, webhook);

        var (_, tried) = await transport.SendAsync(order, PingId, WebhookEntry.BodyOf(PingId, []), cancellation);
        return TypedResults.Ok(tried);
    }

    private static async Task<Results<NoContent, Refusing>> ResumeAsync(WebhookId webhook, SignedIn user, IGrainFactory grains) =>
        await WebhooksOf(grains).ResumeAsync(user.Caller, webhook) is Receipt.Refused refused ? new Refusing(refused) : TypedResults.NoContent();

    private static IWebhooksGrain WebhooksOf(IGrainFactory grains) => grains.GetGrain<IWebhooksGrain>(IWebhooksGrain.All);

    /// <param name="Secret">What both sides sign and check with.</param>
    internal sealed record NewWebhook(string Url, string Secret)
    {
        // Never in a log.
        public override string ToString() => nameof(NewWebhook);
    }
}
