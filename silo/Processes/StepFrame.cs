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

/// <summary>A process that could not go on.</summary>
/// <param name="Process">Its instance.</param>
/// <param name="Definition">The definition that could not be started, where that is what failed.</param>
internal sealed record ProcessFault(string Process, string Why, string? Definition = null)
{
    public bool IsMissing => Definition is not null;
}
