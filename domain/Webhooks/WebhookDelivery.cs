using Supervision.Notices;

namespace Supervision.Webhooks;

/// <summary>How far a webhook has been told, and what became of the last tries.</summary>
/// <param name="SentUpTo">Everything up to here was taken by the other side.</param>
/// <param name="Parked">Why nothing is sent any more until an administrator looks; null while all is well.</param>
/// <param name="Last">The last tries, the newest first.</param>
[GenerateSerializer, Immutable, Alias("WebhookDelivery")]
public sealed record WebhookDelivery(
    [property: Id(0)] FeedStand SentUpTo, [property: Id(1)] int Tries, [property: Id(2)] DateTimeOffset NotBefore,
    [property: Id(3)] string? Parked, [property: Id(4)] IReadOnlyList<WebhookTry> Last)
{
    public const int LastMax = 20;

    public static WebhookDelivery Nothing { get; } = new(FeedStand.Nowhere, 0, default, null, []);

    /// <summary>After a try: on to the next entry, or the same one later. Pure.</summary>
    /// <param name="shard">Where the entry stands that was tried.</param>
    public WebhookDelivery After(int shard, long position, SendOutcome outcome, WebhookTry tried, DateTimeOffset now)
    {
        IReadOnlyList<WebhookTry> last = [.. Last.Prepend(tried).Take(LastMax)];
        if (outcome is SendOutcome.Sent)
        {
            var told = new FeedStand([.. Enumerable.Range(0, shard + 1).Select(n => n == shard ? position : 0)]);
            return new WebhookDelivery(SentUpTo.With(told), 0, now, null, last);
        }

        var isOver = outcome is SendOutcome.Refused || Tries + 1 >= OutboxRules.TriesMax;
        return this with
        {
            Tries = Tries + 1,
            NotBefore = now + OutboxRules.PauseAfter(Tries + 1),
            Parked = isOver ? tried.Error ?? "" : null,
            Last = last,
        };
    }
}

/// <param name="Delivery">The id in its header; the same for every try of the same entry.</param>
/// <param name="Status">What the other side answered; null when it did not.</param>
[GenerateSerializer, Immutable, Alias("WebhookTry")]
public sealed record WebhookTry(
    [property: Id(0)] string Delivery, [property: Id(1)] DateTimeOffset At, [property: Id(2)] int? Status, [property: Id(3)] string? Error,
    [property: Id(4)] int Milliseconds);
