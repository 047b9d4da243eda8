using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Webhooks;

/// <summary>The webhooks of the city. Key: <see cref="All"/>.</summary>
[Alias("supervision.webhooks")]
public interface IWebhooksGrain : IStreamGrain, IGrainWithStringKey
{
    const string All = "all";

    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, WebhookCommand command);

    /// <summary>By name, without secrets; null for a caller who may not see them.</summary>
    [Alias("list"), Orleans.Concurrency.AlwaysInterleave]
    Task<IReadOnlyList<WebhookView>?> ListAsync(Caller caller);

    /// <summary>Gateways: the right to tell this one of its next entry; null when another has it, or nothing is to be sent now.</summary>
    [Alias("take")]
    Task<WebhookOrder?> TakeAsync(Caller caller, WebhookId webhook);

    /// <summary>Gateways: what became of it; gives the right back. With no <paramref name="tried"/> there was nothing to tell.</summary>
    [Alias("settle")]
    Task<Receipt> SettleAsync(Caller caller, WebhookId webhook, FeedPosition at, SendOutcome outcome, WebhookTry? tried);

    /// <summary>Gateways, for a ping: where to and with which secret; null when there is none of this name.</summary>
    [Alias("order")]
    Task<WebhookOrder?> FindOrderAsync(Caller caller, WebhookId webhook);

    /// <summary>The system administrator: goes on where it stopped.</summary>
    [Alias("resume")]
    Task<Receipt> ResumeAsync(Caller caller, WebhookId webhook);
}

[GenerateSerializer, Immutable, Alias("WebhookView")]
public sealed record WebhookView(
    [property: Id(0)] WebhookId Webhook, [property: Id(1)] string Url, [property: Id(2)] bool IsApproved, [property: Id(3)] WebhookDelivery Delivery);

/// <param name="After">What it was told already.</param>
[GenerateSerializer, Immutable, Alias("WebhookOrder")]
public sealed record WebhookOrder([property: Id(0)] string Url, [property: Id(1)] string Secret, [property: Id(2)] FeedStand After)
{
    // Never in a log.
    public override string ToString() => nameof(WebhookOrder);
}
