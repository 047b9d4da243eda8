using System.Text;
using System.Text.Json;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Silo.Actors;
using Supervision.Silo.Erasable;
using Supervision.Webhooks;

namespace Supervision.Silo.Webhooks;

/// <remarks>What is decided stands in the ledger; secrets, and how far each was told, in the erasable store.</remarks>
[GrainType("webhooks")]
internal sealed class WebhooksGrain(ActorServices services, IErasableStore store) : StreamGrain<WebhookSet>(services), IWebhooksGrain
{
    /// <summary>Who took an order and is not heard of again has died with it.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(2);

    private readonly Dictionary<WebhookId, WebhookDelivery> _deliveries = [];
    private readonly Dictionary<WebhookId, DateTimeOffset> _takenUntil = [];

    public async Task<Receipt> ExecuteAsync(Caller caller, WebhookCommand command)
    {
        var (secret, before) = ($"webhook-secret/{command.Webhook}/{Version + 1}", State.Find(command.Webhook));
        var isAccepted = WebhookRules.Decide(State, caller, command, secret) is Decision.Accepted;
        if (isAccepted && command is OpenWebhook open)
            await store.PutAsync(secret, Encoding.UTF8.GetBytes(open.Secret));
        // Before it is approved, so that what comes the moment after is not missed.
        if (isAccepted && command is ApproveWebhook && before is { IsApproved: false })
            await KeepAsync(command.Webhook, WebhookDelivery.Nothing with { SentUpTo = await NowAsync() });

        var receipt = await ExecuteAsync(caller, command, (webhooks, _) => WebhookRules.Decide(webhooks, caller, command, secret));
        if (before is not null && State.Find(command.Webhook) is null)
        {
            await store.EraseAsync(before.Secret);
            await store.EraseAsync(KeyOf(command.Webhook));
            _deliveries.Remove(command.Webhook);
        }

        return receipt;
    }

    public async Task<IReadOnlyList<WebhookView>?> ListAsync(Caller caller)
    {
        if (!MayView(caller)) return null;

        var views = new List<WebhookView>();
        foreach (var webhook in State.All.Values)
            views.Add(new WebhookView(webhook.Id, webhook.Url, webhook.IsApproved, await DeliveryOfAsync(webhook.Id)));
        return views;
    }

    public async Task<WebhookOrder?> TakeAsync(Caller caller, WebhookId webhook)
    {
        Require(caller);
        var delivery = await DeliveryOfAsync(webhook);
        if (State.Find(webhook) is not { IsApproved: true } || delivery.Parked is not null || delivery.NotBefore > Now
            || _takenUntil.GetValueOrDefault(webhook) > Now)
        {
            return null;
        }

        _takenUntil[webhook] = Now + TakenFor;
        return await FindOrderAsync(caller, webhook);
    }

    public async Task<Receipt> SettleAsync(Caller caller, WebhookId webhook, FeedPosition at, SendOutcome outcome, WebhookTry? tried)
    {
        Require(caller);
        _takenUntil.Remove(webhook);
        if (tried is not null && State.Find(webhook) is not null)
            await KeepAsync(webhook, (await DeliveryOfAsync(webhook)).After(at.Shard, at.Position, outcome, tried, Now));
        return new Receipt.Done(Version, null);
    }

    public async Task<WebhookOrder?> FindOrderAsync(Caller caller, WebhookId webhook)
    {
        Require(caller);
        return State.Find(webhook) is { } there && await store.FindAsync(there.Secret) is { } secret
            ? new WebhookOrder(there.Url, Encoding.UTF8.GetString(secret), (await DeliveryOfAsync(webhook)).SentUpTo)
            : null;
    }

    public async Task<Receipt> ResumeAsync(Caller caller, WebhookId webhook)
    {
        if (!WebhookRules.MayTend(caller)) return WebhookRefusals.NotAllowed.With([RoleLabels.Of(caller)]);
        if (State.Find(webhook) is null) return WebhookRefusals.NotFound.With([webhook]);

        await KeepAsync(webhook, await DeliveryOfAsync(webhook) with { Tries = 0, NotBefore = Now, Parked = null });
        return new Receipt.Done(Version, null);
    }

    protected override bool MayView(Caller caller) => WebhookRules.MayView(caller);

    private static string KeyOf(WebhookId webhook) => $"webhook/{webhook}";

    private async Task<FeedStand> NowAsync()
    {
        var ends = new long[Services.Ledger.Store.Shards];
        for (var shard = 0; shard < ends.Length; shard++)
            ends[shard] = await Services.Ledger.FeedEndAsync(shard);
        return new FeedStand(ends);
    }

    private async Task<WebhookDelivery> DeliveryOfAsync(WebhookId webhook)
    {
        if (_deliveries.TryGetValue(webhook, out var known)) return known;

        var found = await store.FindAsync(KeyOf(webhook)) is { } bytes
            ? JsonSerializer.Deserialize<WebhookDelivery>(bytes, FactJson.Options)!
            : WebhookDelivery.Nothing;
        return _deliveries.TryGetValue(webhook, out known) ? known : _deliveries[webhook] = found;
    }

    private async Task KeepAsync(WebhookId webhook, WebhookDelivery delivery)
    {
        _deliveries.Remove(webhook); // Should the write fail, the next look reads.
        await store.PutAsync(KeyOf(webhook), JsonSerializer.SerializeToUtf8Bytes(delivery, FactJson.Options));
        _deliveries[webhook] = delivery;
    }

    private static void Require(Caller caller)
    {
        if (!caller.Is(Role.Gateway)) throw new CallerNotVerifiedException(nameof(IWebhooksGrain));
    }
}
