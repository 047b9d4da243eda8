namespace Supervision.Processes;

/// <summary>A running process as it stood at one moment, with its definition: enough to draw it.</summary>
/// <param name="Hash">Names the content of the definition that it runs.</param>
/// <param name="Definition">That content, canonical JSON.</param>
/// <param name="State">The machine's state, JSON, opaque to the domain.</param>
/// <param name="At">The moment.</param>
/// <param name="Bases">Names of the days known that limits are counted from.</param>
[GenerateSerializer, Immutable, Alias("ProcessView")]
public sealed record ProcessView(
    [property: Id(0)] string Instance,
    [property: Id(1)] string Hash,
    [property: Id(2)] byte[] Definition,
    [property: Id(3)] byte[] State,
    [property: Id(4)] Trail Trail,
    [property: Id(5)] DateTimeOffset At,
    [property: Id(6)] bool ClockStopped,
    [property: Id(7)] IReadOnlyList<string> Bases);
