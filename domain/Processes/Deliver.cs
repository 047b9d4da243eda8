using Supervision.Language;

namespace Supervision.Processes;

/// <summary>A follower brings what a wait of any actor waits for from elsewhere: an event, or the end of a sub-process.</summary>
/// <param name="Wait">The wait's id in the stream. When it is gone, nothing happens.</param>
/// <param name="Data">An event's payload; or { status, output, why } of a process.</param>
[GenerateSerializer, Immutable, Alias("Deliver")]
public sealed record Deliver(
    [property: Id(0)] CommandKey Key, [property: Id(1)] string Wait, [property: Id(2)] JsonText? Data) : ICommand;
