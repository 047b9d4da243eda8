using Supervision.Language;

namespace Supervision.Subscriptions;

// Facts in the stream of a subscription: who waits for an event of one address, and what came.

/// <summary>Somebody waits for the event from now on.</summary>
[Kind("subscription.added")]
public sealed record SubscriberAdded(Subscriber Subscriber) : Fact;

/// <summary>It waits no longer.</summary>
[Kind("subscription.removed")]
public sealed record SubscriberRemoved(Subscriber Subscriber) : Fact;

/// <summary>发布事件: the event came, and these waited for it.</summary>
/// <param name="At">When it was published; earlier than the record when another actor did.</param>
[Kind("event.published")]
public sealed record EventPublished(
    string Name, string? CorrelationId, JsonText? Payload, DateTimeOffset At, IReadOnlyList<Subscriber> To) : Fact;

/// <summary>An event that had come is passed on to somebody who had begun to wait before it was published, and was registered after.</summary>
[Kind("event.passed-on")]
public sealed record EventPassedOn(string Name, string? CorrelationId, JsonText? Payload, Subscriber To) : Fact;

/// <summary>Who waits for an event.</summary>
/// <param name="Stream">The actor: one with processes, or a trigger.</param>
/// <param name="Wait">Its wait's id; of a trigger the activity's.</param>
[GenerateSerializer, Immutable, Alias("Subscriber")]
public sealed record Subscriber([property: Id(0)] string Stream, [property: Id(1)] string Wait);
