using Supervision.Api.Security;
using Supervision.Notices;
using Supervision.Webhooks;

namespace Supervision.Api.Notices.Webhooks;

/// <summary>Tells every webhook what it was not told yet, one entry after the other, one at a time for each.</summary>
/// <remarks>Any gateway may do it at any time: the actor gives the right to tell a webhook to one of them.</remarks>
internal sealed class WebhookRound(IGrainFactory grains, Callers callers, WebhookDesk desk, WebhookTransport transport)
{
    /// <summary>Entries told to one webhook in one round; then the round looks at all of them again.</summary>
    public const int EntriesMax = 500;

    private IWebhooksGrain Webhooks => grains.GetGrain<IWebhooksGrain>(IWebhooksGrain.All);

    /// <summary>Returns how many entries were taken by the other sides.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var webhooks = await Webhooks.ListAsync(callers.Gateway()) ?? [];
        var told = await Task.WhenAll(webhooks.Where(webhook => webhook.IsApproved).Select(webhook => TellAsync(webhook.Webhook, cancellation)));
        return told.Sum();
    }

    private async Task<int> TellAsync(WebhookId webhook, CancellationToken cancellation)
    {
        for (var told = 0; ; told++)
        {
            if (told == EntriesMax || await Webhooks.TakeAsync(callers.Gateway(), webhook) is not { } order)
                return told;

            if (desk.NextAfter(order.After) is not { } entry)
            {
                await Webhooks.SettleAsync(callers.Gateway(), webhook, default, SendOutcome.Sent, tried: null);
                return told;
            }

            var (outcome, tried) = await transport.SendAsync(order, entry.Delivery, entry.Body(), cancellation);
            await Webhooks.SettleAsync(callers.Gateway(), webhook, entry.At, outcome, tried);
            if (outcome is not SendOutcome.Sent)
                return told;
        }
    }
}
