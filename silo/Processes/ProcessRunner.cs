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

    /// <summary>What nobody can refuse, such as a due time: a process that fails on it ends there, and says why.</summary>
    /// <param name="decided">What the rule had decided beside it, which holds.</param>
    public RunOutcome<TState> Fail(TState state, ProcessFault fault, IReadOnlyList<Fact> decided)
    {
        IEnumerable<Fact> facts =
        [
            .. decided,
            new ProcessEnded(fault.Process, fault.IsMissing ? "NotStarted" : "Faulted", fault.Why),
            .. EventWaits.Between(fault.Process, _instances.GetValueOrDefault(fault.Process), after: null),
        ];
        return new(
            facts.Aggregate(Turn<TState>.Of(state), (turn, fact) => turn.With(fact)),
            new Dictionary<string, InstanceState?> { [fault.Process] = null });
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
