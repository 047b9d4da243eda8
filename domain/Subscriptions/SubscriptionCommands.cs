using Supervision.Language;

namespace Supervision.Subscriptions;

/// <summary>What one can ask of the subscription of one address.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="CorrelationId">Null for none.</param>
[GenerateSerializer, Immutable, Alias("SubscriptionCommand")]
public abstract record SubscriptionCommand(
    [property: Id(0)] CommandKey Key, [property: Id(1)] string Name, [property: Id(2)] string? CorrelationId) : ICommand;

/// <summary>A follower registers who waits.</summary>
/// <param name="Since">When the wait began, by the ledger.</param>
[GenerateSerializer, Immutable, Alias("Subscription.Subscribe")]
public sealed record Subscribe(
    CommandKey Key, string Name, string? CorrelationId, [property: Id(0)] Subscriber Subscriber, [property: Id(1)] DateTimeOffset Since)
    : SubscriptionCommand(Key, Name, CorrelationId);

/// <summary>A follower notes that somebody waits no longer.</summary>
[GenerateSerializer, Immutable, Alias("Subscription.Unsubscribe")]
public sealed record Unsubscribe(CommandKey Key, string Name, string? CorrelationId, [property: Id(0)] Subscriber Subscriber)
    : SubscriptionCommand(Key, Name, CorrelationId);

/// <summary>发布事件: a person or a program tells of an event.</summary>
[GenerateSerializer, Immutable, Alias("Subscription.Publish")]
public sealed record PublishEvent(
    CommandKey Key, string Name, string? CorrelationId = null, [property: Id(0)] JsonText? Payload = null)
    : SubscriptionCommand(Key, Name, CorrelationId);

/// <summary>A follower tells of an event that another actor has published.</summary>
[GenerateSerializer, Immutable, Alias("Subscription.Forward")]
public sealed record ForwardEvent(
    CommandKey Key, string Name, string? CorrelationId, [property: Id(0)] JsonText? Payload, [property: Id(1)] DateTimeOffset At)
    : SubscriptionCommand(Key, Name, CorrelationId);
