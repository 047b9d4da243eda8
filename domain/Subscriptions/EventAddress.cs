using Supervision.Processes;

namespace Supervision.Subscriptions;

/// <summary>Where an event is looked for. An event of one address never finds what waits at another.</summary>
/// <param name="Key">The id of the subscription actor: names and correlation ids may hold anything, an id may not.</param>
public readonly record struct EventAddress(string Key)
{
    /// <summary>Waits for an event in processes with this correlation id; without one, in processes without one.</summary>
    public static EventAddress Of(string name, string? correlationId) => new(ProcessId.From("waits", name, correlationId ?? "").Value);

    /// <summary>Published definitions that an event starts, whatever it is correlated with.</summary>
    public static EventAddress OfStarts(string name) => new(ProcessId.From("starts", name).Value);
}
