using System.Security.Cryptography;
using System.Text.Json;
using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Ledger;
using Supervision.Silo.Processes;

namespace Supervision.Silo.Actors;

/// <summary>An actor whose state is the sum of the facts of its stream. Every writing grain derives from it.</summary>
/// <remarks>Decide, step, append, evolve, answer: this class owns the order, and a command is answered when it is durable.</remarks>
internal abstract class StreamGrain<TState>(ActorServices services) : Grain, IStreamGrain
    where TState : class, IStreamState<TState>
{
    /// <summary>An append that passes a multiple of this carries a snapshot.</summary>
    public const int SnapshotEvery = 20;

    private readonly ProcessRunner<TState> _runner = new(services);
    private Head _head = Head.Empty;
    private bool _outOfDate = true;

    protected ActorServices Services => services;

    protected TState State { get; private set; } = TState.Initial;

    protected long Version => _head.Seq;

    protected string Stream => this.GetGrainId().ToString();

    /// <summary>Never before the newest event, even when the machine's clock went back.</summary>
    protected DateTimeOffset Now => Later(services.Clock.GetUtcNow(), _head.RecordedAt);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<Receipt> FireAsync(Caller caller, string due) => caller.Is(Role.Clock)
        ? FireDueAsync(caller, due)
        : Task.FromResult<Receipt>(CommonRefusals.DueNotClock.With([]));

    public Task<Receipt> DeliverAsync(Caller caller, Deliver command) => ExecuteAsync(
        caller, command, (state, _) => ProcessRules.Deliver(state.Processes, caller, command),
        (_, fault, now) => _runner.Stop(State, command.Wait, fault, now));

    public Task<IReadOnlyList<Wait>> ListWaitsAsync(Caller caller) => Task.FromResult<IReadOnlyList<Wait>>(
        MayView(caller) ? [.. State.Processes.Waits] : []);

    public Task<Receipt> ExecuteAsync(Caller caller, ProcessCommand command) =>
        ExecuteAsync(caller, command, (state, _) => DecideOnProcess(state, caller, command));

    public async Task<Receipt> TryAsync(Caller caller, ProcessCommand command)
    {
        if (_outOfDate) await LoadAsync(CancellationToken.None);

        switch (DecideOnProcess(State, caller, command))
        {
            case Decision.Refused refused:
                return refused.Refusal.With(refused.Values);
            case Decision.Accepted accepted:
                var outcome = await _runner.RunAsync(State, accepted, Step(Now));
                return outcome.Fault is { Refused: var no } ? no.Refusal.With(no.Values) : new Receipt.Done(Version, null);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What the actor says to a command about one of its processes. Pure.</summary>
    protected virtual Decision DecideOnProcess(TState state, Caller caller, ProcessCommand command) =>
        ProcessRecovery.Decide(state.Processes, caller, command);

    public async Task<ProcessView?> ViewProcessAsync(Caller caller, string instance)
    {
        if (!MayView(caller) || !State.Processes.Running.TryGetValue(instance, out var process)) return null;

        // What is seen is of one moment, whatever is written while the definition is read.
        var (at, clockStopped, bases) = (Now, State.Processes.ClockStopped, Bases(State).Keys.Order(StringComparer.Ordinal).ToArray());
        var definition = await services.Definitions.OfHashAsync(process.Hash);
        return new ProcessView(
            instance, process.Hash, definition.Canonical.ToArray(), JsonSerializer.SerializeToUtf8Bytes(process.State),
            process.Trail ?? Trail.None, at, clockStopped, bases);
    }

    /// <summary>Whether the actor exists for this caller.</summary>
    protected abstract bool MayView(Caller caller);

    /// <summary>What the actor does with a request of one of its processes. Pure.</summary>
    protected virtual Decision Grant(TState state, ProcessRequest request, DateTimeOffset now) => ProcessRules.Grant(request);

    /// <summary>What a due time of the state comes to, which is known and has come. Pure.</summary>
    protected virtual Decision Due(TState state, string due, DateTimeOffset now)
    {
        var (wait, name) = ProcessSet.PartsOf(due);
        return Decision.Nothing.Then(new Stimulus.Due(wait, name));
    }

    /// <summary>Days that limits of this actor's processes are counted from, by name.</summary>
    protected virtual IReadOnlyDictionary<string, DateOnly> Bases(TState state) => NoBases;

    /// <summary>Decide, step, append, evolve, answer: the only way an actor changes.</summary>
    /// <param name="insteadOfRefusing">What is recorded when the processes cannot follow; for what nobody can refuse.</param>
    protected async Task<Receipt> ExecuteAsync(
        Caller caller, ICommand command, Func<TState, DateTimeOffset, Decision> decide,
        Func<Decision.Accepted, ProcessFault, DateTimeOffset, RunOutcome<TState>>? insteadOfRefusing = null)
    {
        if (_outOfDate) await LoadAsync(CancellationToken.None);

        var now = Now;
        switch (decide(State, now))
        {
            case Decision.Accepted { Facts.Count: 0, Stimuli.Count: 0 }:
                return await FindAnswerAsync(caller, command) ?? new Receipt.Done(Version, null);
            case Decision.Refused refused:
                return await FindAnswerAsync(caller, command) ?? refused.Refusal.With(refused.Values);
            case Decision.Accepted accepted:
                var outcome = await _runner.RunAsync(State, accepted, Step(now));
                if (outcome.Fault is { } fault)
                {
                    if (insteadOfRefusing is null)
                        return await FindAnswerAsync(caller, command) ?? fault.Refused.Refusal.With(fault.Refused.Values);
                    outcome = insteadOfRefusing(accepted, fault, now);
                }

                return outcome.Turn.Facts.Count == 0
                    ? await FindAnswerAsync(caller, command) ?? new Receipt.Done(Version, null) // What was told found nobody.
                    : await AppendAsync(caller, command.Key.Value, BodyHash(command), outcome, now);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Receipt> FireDueAsync(Caller caller, string due)
    {
        if (_outOfDate) await LoadAsync(CancellationToken.None);

        // The state decides: only a due time that it knows and that has come does anything.
        var now = Now;
        if (State.Dues.TryGetValue(due, out var at) && at <= now)
        {
            var outcome = await _runner.RunAsync(State, (Decision.Accepted)Due(State, due, now), Step(now));
            if (outcome.Fault is { } fault)
                outcome = _runner.Stop(State, ProcessSet.PartsOf(due).Wait, fault, now);
            if (outcome.Turn.Facts.Count > 0)
                return await AppendAsync(caller, $"due:{Version}:{due}", "", outcome, now);
        }
        else if (at > now)
        {
            return new Receipt.Done(Version, null); // It was moved after the clock had read it; its own time will come.
        }

        await services.Ledger.CompleteDueAsync(Stream, due);
        return new Receipt.Done(Version, null);
    }


    private StepFrame<TState> Step(DateTimeOffset now) => new(
        now, $"{Stream}:{Version}", (state, request) => Grant(state, request, now), Bases);

    // The newest snapshot and the tail. Recorded results are applied; no rule, script or definition runs again.
    private async Task LoadAsync(CancellationToken cancellation)
    {
        var loaded = await services.Ledger.LoadAsync(Stream, cancellation);
        var (state, head) = loaded.Snapshot is { } snapshot
            ? (SnapshotJson.Read<TState>(snapshot.State.Span), new Head(snapshot.Seq, snapshot.Hash, snapshot.RecordedAt))
            : (TState.Initial, Head.Empty);

        foreach (var recorded in loaded.Tail)
        {
            var envelope = EnvelopeJson.Read(recorded.Body.Span);
            var fact = FactJson.Read(envelope.Kind, envelope.Fact) ?? throw UnknownFactException.OfKind(envelope.Kind);
            (state, head) = (state.Evolve(fact), new Head(recorded.Seq, recorded.Hash, envelope.RecordedAt));
        }

        (State, _head) = (state, head);
        await _runner.LoadAsync(state.Processes);
        _outOfDate = false;
    }

    private async Task<Receipt> AppendAsync(
        Caller caller, string key, string bodyHash, RunOutcome<TState> outcome, DateTimeOffset now)
    {
        var (head, events) = new Recorder(services.Ledger.Store.Digest, caller, key, now).Record(_head, outcome.Turn.Facts);
        var after = outcome.Turn.State;
        var dues = DueChange.Between(State.Dues, after.Dues);
        var snapshot = head.Seq / SnapshotEvery > _head.Seq / SnapshotEvery
            ? new Snapshot(head.Seq, head.Hash, head.RecordedAt, SnapshotJson.Write(after))
            : null;

        AppendResult result;
        try
        {
            result = await services.Ledger.AppendAsync(new Append(
                Stream, _head.Seq, caller.Account.Value, key, bodyHash, events, snapshot,
                dues.Set, dues.Completed, AnswerJson.Write(head.Seq), now));
        }
        catch
        {
            // We no longer know what the ledger holds: the append may be stored and its answer lost, or another
            // activation has written. Whoever calls next reads the truth first.
            _outOfDate = true;
            DeactivateOnIdle();
            throw;
        }

        return result switch
        {
            AppendResult.Appended appended => Become(after, head, outcome, appended.Position),
            AppendResult.Repeated repeated => Again(repeated.Answer, bodyHash),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Only now: a reader between commands never sees what is not durable.
    private Receipt.Done Become(TState state, Head head, RunOutcome<TState> outcome, FeedPosition position)
    {
        (State, _head) = (state, head);
        Telemetry.Appends.Add(1);
        _runner.Keep(outcome);
        return new Receipt.Done(head.Seq, position);
    }

    private async Task<Receipt?> FindAnswerAsync(Caller caller, ICommand command) =>
        await services.Ledger.FindAnswerAsync(Stream, caller.Account.Value, command.Key.Value) is { } kept
            ? Again(kept, BodyHash(command))
            : null;

    private static Receipt Again(KeptAnswer kept, string bodyHash) => kept.BodyHash == bodyHash
        ? new Receipt.Done(AnswerJson.Read(kept.Answer), kept.Position)
        : CommonRefusals.KeyReused.With([]);

    private static string BodyHash(ICommand command) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), FactJson.Options)))[..32];

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static readonly Dictionary<string, DateOnly> NoBases = [];
}
