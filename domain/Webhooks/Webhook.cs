using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Webhooks;

/// <summary>An address outside that is told of notices.</summary>
/// <param name="Secret">Where its secret stands in the erasable store.</param>
public sealed record Webhook(WebhookId Id, string Url, string Secret, bool IsApproved);

/// <summary>The webhooks of the city, as the ledger tells them.</summary>
public sealed record WebhookSet(ImmutableSortedDictionary<string, Webhook> All) : IStreamState<WebhookSet>
{
    public static WebhookSet Initial { get; } = new(ImmutableSortedDictionary.Create<string, Webhook>(StringComparer.Ordinal));

    public ProcessSet Processes => ProcessSet.None;

    public Webhook? Find(WebhookId id) => All.GetValueOrDefault(id.Value);

    public WebhookSet Evolve(Fact fact) => fact switch
    {
        WebhookOpened e => new(All.SetItem(e.Webhook.Value, new Webhook(e.Webhook, e.Url, e.Secret, IsApproved: false))),
        WebhookApproved e => new(All.SetItem(e.Webhook.Value, All[e.Webhook.Value] with { IsApproved = true })),
        WebhookClosed e => new(All.Remove(e.Webhook.Value)),
        _ => throw UnknownFactException.Of(fact),
    };
}
