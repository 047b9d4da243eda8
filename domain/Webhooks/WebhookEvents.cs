using Supervision.Language;

namespace Supervision.Webhooks;

// Facts about webhooks: who lets notices out of the house, and where to. Secrets are never facts.

/// <summary>开通: an address that is to be told of notices. Nothing goes there before it is approved.</summary>
/// <param name="Secret">Where its secret stands in the erasable store.</param>
[Kind("webhook.opened")]
public sealed record WebhookOpened(WebhookId Webhook, string Url, string Secret) : Fact;

/// <summary>批准: what comes from now on is sent.</summary>
[Kind("webhook.approved")]
public sealed record WebhookApproved(WebhookId Webhook) : Fact;

/// <summary>关闭: nothing more is sent; the name is free again.</summary>
[Kind("webhook.closed")]
public sealed record WebhookClosed(WebhookId Webhook, string Reason) : Fact;
