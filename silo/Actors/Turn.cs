using Supervision.Language;

namespace Supervision.Silo.Actors;

/// <summary>What one command comes to before it is written: the facts in order, and the state after them.</summary>
internal sealed record Turn<TState>(TState State, IReadOnlyList<DecidedFact> Facts)
    where TState : class, IStreamState<TState>
{
    public static Turn<TState> Of(TState state) => new(state, []);

    public Turn<TState> With(Fact fact, string? definition = null) =>
        new(State.Evolve(fact), [.. Facts, new DecidedFact(fact, definition)]);
}

/// <summary>A fact and, where a step of a process made it, the hash of the definition that decided.</summary>
internal sealed record DecidedFact(Fact Fact, string? Definition);
