using Supervision.Language;

namespace Supervision.Triggers;

/// <summary>What a follower asks of a definition's triggers.</summary>
[GenerateSerializer, Immutable, Alias("TriggerCommand")]
public abstract record TriggerCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>A version was published; its triggers take the place of those before.</summary>
[GenerateSerializer, Immutable, Alias("Trigger.Follow")]
public sealed record FollowDefinition(CommandKey Key, [property: Id(0)] int Version, [property: Id(1)] string Hash) : TriggerCommand(Key);

/// <summary>An event has come that one of the triggers waits for.</summary>
[GenerateSerializer, Immutable, Alias("Trigger.Meet")]
public sealed record MeetEvent(
    CommandKey Key, [property: Id(0)] string Activity, [property: Id(1)] string Name,
    [property: Id(2)] string? CorrelationId, [property: Id(3)] JsonText? Payload) : TriggerCommand(Key);
