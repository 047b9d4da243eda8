using System.Collections.Immutable;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Subscriptions;

/// <summary>An event that came lately.</summary>
public sealed record RecentEvent(DateTimeOffset At, string? CorrelationId, JsonText? Payload);

/// <summary>Who waits for an event of one address, as the ledger tells it.</summary>
/// <param name="Subscribers">In the order in which they came.</param>
/// <param name="Recent">
/// Events that came lately: not a queue for whoever comes later, but for those who waited already and whose registration
/// was still on its way.
/// </param>
public sealed record Subscription(ImmutableList<Subscriber> Subscribers, ImmutableList<RecentEvent> Recent) : IStreamState<Subscription>
{
    public const int RecentMax = 50;

    /// <summary>Characters of payload that are remembered: a snapshot must stay small.</summary>
    public const int RecentLengthMax = 200_000;

    /// <summary>A registration that is on its way for longer has been parked, and an operator was called.</summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromDays(1);

    public static Subscription Initial { get; } = new([], []);

    public ProcessSet Processes => ProcessSet.None;

    public Subscription Evolve(Fact fact) => fact switch
    {
        SubscriberAdded e => this with { Subscribers = Subscribers.Add(e.Subscriber) },
        SubscriberRemoved e => this with { Subscribers = Subscribers.Remove(e.Subscriber) },
        EventPublished e => this with { Recent = With(e) },
        EventPassedOn => this,
        _ => throw UnknownFactException.Of(fact),
    };

    private ImmutableList<RecentEvent> With(EventPublished e)
    {
        var kept = Recent.RemoveAll(known => known.At < e.At - RecentFor).Add(new RecentEvent(e.At, e.CorrelationId, e.Payload));
        while (kept.Count > 1 && (kept.Count > RecentMax || kept.Sum(known => known.Payload?.Value.Length ?? 0) > RecentLengthMax))
            kept = kept.RemoveAt(0);
        return kept;
    }
}
