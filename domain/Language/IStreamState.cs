namespace Supervision.Language;

/// <summary>The state of an actor: the sum of the facts of its stream, and the processes that run in it.</summary>
public interface IStreamState<TSelf>
    where TSelf : class, IStreamState<TSelf>
{
    static abstract TSelf Initial { get; }

    Processes.ProcessSet Processes { get; }

    TSelf Evolve(Fact fact);
}
