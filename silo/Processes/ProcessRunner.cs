using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>Runs what a decision tells the processes of one stream, and decides what they ask for, all within one append.</summary>
/// <remarks>Holds the parsed states of the running processes, so that a command does not read them again.</remarks>
internal sealed class ProcessRunner<TState>(ActorServices services)
    where TState : class, IStreamState<TState>
{
    /// <summary>Stimuli in one command. Beyond it a definition is asking in circles.</summary>
    public const int StimuliMax = 200;

    private readonly Dictionary<string, InstanceState> _instances = [];
    private readonly Dictionary<string, WorkflowDefinition> _definitions = [];

    public async Task LoadAsync(ProcessSet processes)
    {
        _instances.Clear();
        foreach (var process in processes.Running.Values)
        {
            _definitions[process.Hash] = await services.Definitions.OfHashAsync(process.Hash);
            _instances[process.Instance] = InstanceStateJson.Read(process.State);
        }
    }

    public async Task<RunOutcome<TState>> RunAsync(TState state, Decision.Accepted decision, StepFrame<TState> frame)
    {
        var run = new ProcessRun<TState>(Turn<TState>.Of(state), frame, services, _instances, _definitions);
        await run.ApplyAsync(decision);
        return run.Outcome;
    }

    /// <summary>A due time cannot be refused: what cannot be worked off stands with an incident, and says why.</summary>
    public RunOutcome<TState> Stop(TState state, string wait, ProcessFault fault, DateTimeOffset now)
    {
        var slash = wait.IndexOf('/', StringComparison.Ordinal);
        var process = state.Processes.Running[wait[..slash]];
        var definition = _definitions[process.Hash];
        var stopped = Recovery.Stop(definition, _instances[process.Instance], wait[(slash + 1)..], fault.Why, now);
        var turn = IncidentFacts.Between(process, definition, stopped).Aggregate(
            Turn<TState>.Of(state).With(
                new ProcessStepped(process.Instance, InstanceStateJson.ToElement(stopped), stopped.Waits(process.Instance)), definition.Hash),
            (sofar, fact) => sofar.With(fact, definition.Hash));
        turn = EventWaits.Between(process.Instance, _instances[process.Instance], stopped).Aggregate(turn, (sofar, fact) => sofar.With(fact));
        return new(turn, new Dictionary<string, InstanceState?> { [process.Instance] = stopped });
    }

    /// <summary>The append is durable: from now on these are the states.</summary>
    public void Keep(RunOutcome<TState> outcome)
    {
        foreach (var (instance, state) in outcome.Instances)
        {
            if (state is null) _instances.Remove(instance);
            else _instances[instance] = state;
        }
    }
}
