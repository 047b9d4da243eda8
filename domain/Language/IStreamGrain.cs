namespace Supervision.Language;

/// <summary>An actor with a stream in the ledger; the clock and the auditor know it by this alone.</summary>
[Alias("supervision.stream")]
public interface IStreamGrain : IGrain
{
    /// <summary>The clock alone: a due time has come, never before its instant. Late or twice is harmless.</summary>
    /// <returns>Refused with <c>due.not-clock</c>.</returns>
    [Alias("fire")]
    Task<Receipt> FireAsync(Caller caller, string due);

    /// <summary>A follower alone: what a wait of this actor has waited for has come from elsewhere. Late or twice is harmless.</summary>
    /// <returns>Refused with <c>delivery.not-follower</c>.</returns>
    [Alias("deliver")]
    Task<Receipt> DeliverAsync(Caller caller, Processes.Deliver command);

    /// <summary>Mends, ends or moves one of the actor's processes. Refusals: <see cref="Processes.ProcessRefusals"/>.</summary>
    [Alias("execute-process")]
    Task<Receipt> ExecuteAsync(Caller caller, Processes.ProcessCommand command);

    /// <summary>What such a command would come to; nothing is recorded.</summary>
    [Alias("try-process")]
    Task<Receipt> TryAsync(Caller caller, Processes.ProcessCommand command);

    /// <summary>What the actor waits for now; for the register of processes and for auditors.</summary>
    [Alias("waits"), Orleans.Concurrency.AlwaysInterleave]
    Task<IReadOnlyList<Processes.Wait>> ListWaitsAsync(Caller caller);

    /// <summary>A running process of this actor, whole; null when none of this name runs or the caller may not see the actor.</summary>
    [Alias("process"), Orleans.Concurrency.AlwaysInterleave]
    Task<Processes.ProcessView?> ViewProcessAsync(Caller caller, string instance);
}
