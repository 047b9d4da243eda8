using Supervision.Language;

namespace Supervision.Processes;

// Facts in the stream of a free-standing process. What its machine does is told by the facts that all processes share.

/// <summary>独立流程启动: somebody asked for it, or another actor did.</summary>
[Kind("free-process.begun")]
public sealed record FreeProcessBegun(
    ProcessId Process, string Definition, JsonText? Input, string? CorrelationId, ProcessOrigin? Origin) : Fact;

/// <summary>Where a process comes from when no person started it.</summary>
/// <param name="Stream">The actor that asked for it: a parent's or a trigger's stream.</param>
/// <param name="Wait">The waiting point there that the end of the process answers; null when nobody waits.</param>
/// <param name="Trigger">The activity of the definition that starts it; null for a sub-process.</param>
[GenerateSerializer, Immutable, Alias("ProcessOrigin")]
public sealed record ProcessOrigin(
    [property: Id(0)] string Stream, [property: Id(1)] string? Wait = null, [property: Id(2)] string? Trigger = null);
