using Supervision.Language;

namespace Supervision.Processes;

/// <summary>A process that stands in a stream of its own, as the ledger tells it.</summary>
/// <param name="Begun">How it began, without its input; null while it has not.</param>
/// <param name="Hash">The content that it runs; null when it could not be started.</param>
/// <param name="Ended">How it ended and what it put out; null while it runs.</param>
/// <param name="Processes">The process itself, under its own id, and ladders attached to its waits.</param>
public sealed record FreeProcess(FreeProcessBegun? Begun, string? Hash, ProcessEnded? Ended, ProcessSet Processes)
    : IStreamState<FreeProcess>
{
    public static FreeProcess Initial { get; } = new(null, null, null, ProcessSet.None);

    public FreeProcess Evolve(Fact fact) => fact switch
    {
        FreeProcessBegun e => this with { Begun = e with { Input = null } },
        ProcessFact e => Moved(e) with { Processes = Processes.Evolve(e) },
        _ => throw UnknownFactException.Of(fact),
    };

    private FreeProcess Moved(ProcessFact fact) => fact switch
    {
        ProcessStarted e when IsMain(e.Instance) => this with { Hash = e.Hash },
        ProcessEnded e when IsMain(e.Instance) => this with { Ended = e },
        _ => this,
    };

    private bool IsMain(string instance) => Begun?.Process.Value == instance;
}
