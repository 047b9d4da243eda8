using System.Text.Json.Serialization;
using Supervision.Language;

namespace Supervision.Webhooks;

/// <summary>What one can ask of the webhooks.</summary>
[GenerateSerializer, Immutable, Alias("WebhookCommand")]
public abstract record WebhookCommand([property: Id(0)] CommandKey Key, [property: Id(1)] WebhookId Webhook) : ICommand;

/// <summary>开通. The system administrator; another one must approve it.</summary>
/// <param name="Secret">What both sides sign and check with.</param>
[GenerateSerializer, Immutable, Alias("Webhook.Open")]
public sealed record OpenWebhook(
    CommandKey Key, WebhookId Webhook, [property: Id(0)] string Url, [property: Id(1), JsonIgnore] string Secret) : WebhookCommand(Key, Webhook)
{
    // Never in a log, and never in the hash of a command's body.
    public override string ToString() => nameof(OpenWebhook);
}

/// <summary>批准. The security administrator: who opens a way out does not decide on it.</summary>
[GenerateSerializer, Immutable, Alias("Webhook.Approve")]
public sealed record ApproveWebhook(CommandKey Key, WebhookId Webhook) : WebhookCommand(Key, Webhook);

/// <summary>关闭. Either of them.</summary>
[GenerateSerializer, Immutable, Alias("Webhook.Close")]
public sealed record CloseWebhook(CommandKey Key, WebhookId Webhook, [property: Id(0)] string Reason) : WebhookCommand(Key, Webhook);
