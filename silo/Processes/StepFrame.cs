using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;

namespace Supervision.Silo.Processes;

/// <summary>What one command gives its steps: the instant, a seed for ids, and the actor's own rules.</summary>
internal sealed record StepFrame<TState>(
    DateTimeOffset Now, string Seed,
    Func<TState, ProcessRequest, Decision> Grant,
    Func<TState, IReadOnlyDictionary<string, DateOnly>> Bases);

/// <summary>What running the processes came to. With a fault nothing of it is recorded.</summary>
internal sealed record RunOutcome<TState>(
    Turn<TState> Turn, IReadOnlyDictionary<string, Workflows.InstanceState?> Instances, ProcessFault? Fault = null)
    where TState : class, IStreamState<TState>;

/// <summary>Why nothing may be recorded: no definition, steps in circles, or a step that a person asked for and that is not possible.</summary>
internal sealed record ProcessFault(Decision.Refused Refused, string Why)
{
    public static ProcessFault Of(Refusal refusal, string process, string why) => new(new(refusal, [process, why]), why);
}
