using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

[GrainType("process")]
internal sealed class ProcessGrain(ActorServices services) : StreamGrain<FreeProcess>(services), IProcessGrain
{
    private ProcessId Id => new(this.GetPrimaryKeyString());

    public Task<Receipt> ExecuteAsync(Caller caller, FreeProcessCommand command) => ExecuteAsync(
        caller, command, (process, _) => FreeProcessRules.Decide(process, Id, caller, command),
        command is StartProcessFor ? NotStarted : null);

    public Task<FreeProcessView?> ViewAsync(Caller caller) =>
        Task.FromResult(MayView(caller) && State.Begun is { } begun ? View(begun) : null);

    protected override bool MayView(Caller caller) => FreeProcessRules.MayView(State, caller);

    // Whoever waits for it must hear that it will never run.
    private RunOutcome<FreeProcess> NotStarted(Decision.Accepted decided, ProcessFault fault, DateTimeOffset now) => new(
        decided.Facts.Append(new ProcessEnded(Id.Value, nameof(NotStarted), fault.Why))
            .Aggregate(Turn<FreeProcess>.Of(State), (turn, fact) => turn.With(fact)),
        new Dictionary<string, InstanceState?>());

    private FreeProcessView View(FreeProcessBegun begun)
    {
        var running = State.Processes.Running.TryGetValue(Id.Value, out var process) ? InstanceStateJson.Read(process.State) : null;
        return new FreeProcessView(
            Id, Version, begun.Definition, State.Hash,
            State.Ended?.How ?? running?.Status.ToString() ?? nameof(InstanceStatus.Running), State.Ended?.Why,
            running?.Name ?? State.Ended?.Name,
            running is null ? State.Ended?.CorrelationId ?? begun.CorrelationId : running.CorrelationId,
            running is null ? State.Ended?.Output : running.OutputText(),
            begun.Origin, [.. State.Processes.Waits], [.. State.Processes.Incidents]);
    }
}
