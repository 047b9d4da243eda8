namespace Supervision.Language;

/// <summary>The state of an actor: the sum of the facts of its stream, and the processes that run in it.</summary>
public interface IStreamState<TSelf>
    where TSelf : class, IStreamState<TSelf>
{
    static abstract TSelf Initial { get; }

    Processes.ProcessSet Processes { get; }

    /// <summary>Every due time that should stand in the due index now: those of its processes, unless the actor has its own.</summary>
    IReadOnlyDictionary<string, DateTimeOffset> Dues => Processes.Dues;

    TSelf Evolve(Fact fact);
}
