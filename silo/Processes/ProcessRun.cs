using Supervision.Language;
using Supervision.Processes;
using Supervision.Silo.Actors;
using Supervision.Workflows;

namespace Supervision.Silo.Processes;

/// <summary>One command's way through the processes of a stream.</summary>
internal sealed class ProcessRun<TState>(
    Turn<TState> turn, StepFrame<TState> frame, ActorServices services,
    IReadOnlyDictionary<string, InstanceState> kept, Dictionary<string, WorkflowDefinition> definitions)
    where TState : class, IStreamState<TState>
{
    private readonly Dictionary<string, InstanceState?> _changed = [];
    private readonly Queue<Stimulus> _waiting = new();
    private Turn<TState> _turn = turn;
    private ProcessFault? _fault;
    private int _told;
    private string _newest = "";

    public RunOutcome<TState> Outcome => new(_turn, _changed, _fault);

    private ProcessSet Processes => _turn.State.Processes;

    public async Task ApplyAsync(Decision.Accepted decision)
    {
        Take(decision);
        while (_fault is null && _waiting.TryDequeue(out var stimulus))
        {
            if (++_told > ProcessRunner<TState>.StimuliMax)
            {
                _fault = ProcessFault.Of(CommonRefusals.ProcessFaulted, _newest,
                    $"more than {ProcessRunner<TState>.StimuliMax} steps in one command: the definition asks in circles");
                return;
            }

            await TellAsync(stimulus);
            EndWhatLostItsWait();
        }
    }

    private void Take(Decision decision)
    {
        if (decision is not Decision.Accepted accepted) return; // A rule that says no to a request leaves things as they are.

        foreach (var fact in accepted.Facts) _turn = _turn.With(fact);
        foreach (var stimulus in accepted.Stimuli) _waiting.Enqueue(stimulus);
    }

    private Task TellAsync(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start s => StartAsync(s),
        Stimulus.Answer s => Step(InstanceOf(s.Wait), (d, i, c) => Machine.Answer(d, i, s.Wait, s.Outcome, s.Data, c)),
        Stimulus.Due s => Step(InstanceOf(s.Wait), (d, i, c) => Machine.Fire(d, i, s.Wait, s.Name, c)),
        Stimulus.Event s => TellAll(s),
        Stimulus.Cancel s => Cancel(s.Instance),
        Stimulus.Abort s => Abort(s),
        Stimulus.Retry s => Recover(s.Instance, (d, i, c) => Recovery.Retry(d, s.Instance, i, s.Run, c)),
        Stimulus.Skip s => Recover(s.Instance, (d, i, c) => Recovery.Skip(d, s.Instance, i, s.Run, s.Outcome, c)),
        Stimulus.Migrate s => MigrateAsync(s),
        Stimulus.StopClock => Record(new ProcessClockStopped()),
        Stimulus.ResumeClock s => Resume(s.WorkingDays),
        Stimulus.MoveBase s => StepAll((_, i, c) => Machine.Rebase(i, s.Name, s.Day, c)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task StartAsync(Stimulus.Start start)
    {
        if (Processes.Running.ContainsKey(start.Instance)) return;
        if (await services.Definitions.PublishedAsync(start.Definition) is not { } definition
            || (start.Trigger is { } trigger && !definition.Nodes.ContainsKey(trigger))) // Published anew without it meanwhile.
        {
            Missing(start);
            return;
        }

        definitions[definition.Hash] = definition;
        _turn = _turn.With(
            new ProcessStarted(start.Instance, start.Definition, definition.Hash, start.AttachedTo), definition.Hash);
        After(start.Instance, definition, null, Machine.Start(
            definition, start.Instance, start.Input, Context(), start.Trigger, start.CorrelationId));
    }

    // A person is told to come back when it is published. A ladder is started by the clock, which cannot be refused: its
    // silence is recorded, and the limit is spent, as if the ladder had ended at once.
    private void Missing(Stimulus.Start start)
    {
        var why = $"no definition \"{start.Definition}\" is published";
        if (start.AttachedTo is null) _fault = ProcessFault.Of(CommonRefusals.DefinitionMissing, start.Definition, why);
        else _turn = _turn.With(new ProcessEnded(start.Instance, "NotStarted", why));
    }

    private Task Resume(int workingDays)
    {
        Record(new ProcessClockResumed());
        return StepAll((_, state, context) => Machine.Shift(state, workingDays, context));
    }

    private Task Record(Fact fact)
    {
        _turn = _turn.With(fact);
        return Task.CompletedTask;
    }

    private Task Cancel(string instance) => Step(instance, (_, state, _) => Machine.Cancel(state));

    private Task Abort(Stimulus.Abort abort)
    {
        var state = StateOf(abort.Instance);
        foreach (var fact in EventWaits.Between(abort.Instance, state, after: null)) _turn = _turn.With(fact);
        _changed[abort.Instance] = null;
        _turn = _turn.With(
            new ProcessEnded(abort.Instance, "Aborted", abort.Reason, state.OutputText(), state.Name, state.CorrelationId),
            Processes.Running[abort.Instance].Hash);
        return Task.CompletedTask;
    }

    private Task Recover(string instance, Func<WorkflowDefinition, InstanceState, StepContext, Attempt> recover) =>
        Step(instance, (definition, state, context) =>
        {
            var attempt = recover(definition, state, context);
            if (attempt.Refused is { } refused) _fault = new ProcessFault(refused, refused.Refusal.English);
            return attempt.Result ?? new StepResult(state, [], []);
        });

    private async Task MigrateAsync(Stimulus.Migrate migrate)
    {
        var process = Processes.Running[migrate.Instance];
        if (await services.Definitions.FindAsync(migrate.ToHash) is not { } to || to.DefinitionId != process.Definition)
        {
            _fault = ProcessFault.Of(ProcessRefusals.VersionUnknown, process.Definition, migrate.ToHash);
            return;
        }

        var before = StateOf(migrate.Instance);
        var plan = Migration.Plan(definitions[process.Hash], to, before);
        if (plan.Moved is not { } moved)
        {
            _fault = new ProcessFault(
                new(ProcessRefusals.NotMovable, [migrate.Instance, Term.Join(plan.Reasons)]), Term.Join(plan.Reasons).English);
            return;
        }

        definitions[to.Hash] = to;
        _changed[migrate.Instance] = moved;
        _turn = _turn.With(new ProcessMigrated(
            migrate.Instance, process.Hash, to.Hash, InstanceStateJson.ToElement(moved), moved.Waits(migrate.Instance)), to.Hash);
        foreach (var fact in EventWaits.Between(migrate.Instance, before, moved)) _turn = _turn.With(fact);
    }

    private Task TellAll(Stimulus.Event told)
    {
        foreach (var instance in Processes.Running.Keys.Where(key => told.Instance is null || told.Instance == key).ToArray())
            Step(instance, (d, i, c) => Machine.Tell(d, i, instance, told.Name, told.Payload, c));

        return Task.CompletedTask;
    }

    private Task StepAll(Func<WorkflowDefinition, InstanceState, StepContext, StepResult> step)
    {
        foreach (var instance in Processes.Running.Keys.ToArray())
            Step(instance, step);

        return Task.CompletedTask;
    }

    private Task Step(string instance, Func<WorkflowDefinition, InstanceState, StepContext, StepResult> step)
    {
        if (_fault is null && Processes.Running.TryGetValue(instance, out var process))
        {
            var definition = definitions[process.Hash];
            var before = StateOf(instance);
            After(instance, definition, before, step(definition, before, Context()));
        }

        return Task.CompletedTask;
    }

    private void After(string instance, WorkflowDefinition definition, InstanceState? before, StepResult result)
    {
        _newest = instance;
        if (!ReferenceEquals(result.State, before)) Changed(instance, definition, before, result);
        foreach (var request in result.Requests) Take(frame.Grant(_turn.State, request));
    }

    private void Changed(string instance, WorkflowDefinition definition, InstanceState? before, StepResult result)
    {
        var state = result.State;
        if (state.Status is InstanceStatus.Running or InstanceStatus.Faulted)
        {
            _changed[instance] = state;
            var passed = Trails.Of(definition, result.Journal);
            _turn = _turn.With(
                new ProcessStepped(instance, InstanceStateJson.ToElement(state), state.Waits(instance), passed), definition.Hash);
            foreach (var fact in IncidentFacts.Between(Processes.Running[instance], definition, state))
                _turn = _turn.With(fact, definition.Hash);
        }
        else
        {
            _changed[instance] = null;
            _turn = _turn.With(
                new ProcessEnded(instance, state.Status.ToString(), null, state.OutputText(), state.Name, state.CorrelationId),
                definition.Hash);
        }

        foreach (var fact in EventWaits.Between(instance, before, state)) _turn = _turn.With(fact);
    }

    // A ladder belongs to the wait that fell silent: when the wait is answered, or its process ends, the ladder ends too.
    private void EndWhatLostItsWait()
    {
        foreach (var process in Processes.Running.Values.ToArray())
        {
            if (process.AttachedTo is { } wait && Processes.FindWait(wait) is null && !IsHeld(wait))
                Cancel(process.Instance);
        }
    }

    // A process that stands with an incident shows no waits, and has them again when somebody has mended it.
    private bool IsHeld(string wait) =>
        Processes.Running.ContainsKey(InstanceOf(wait))
        && StateOf(InstanceOf(wait)) is { Status: InstanceStatus.Faulted } state && state.Holds(wait[(InstanceOf(wait).Length + 1)..]);

    private InstanceState StateOf(string instance) =>
        _changed.TryGetValue(instance, out var changed) ? changed! : kept[instance];

    private static string InstanceOf(string wait) => wait[..wait.IndexOf('/', StringComparison.Ordinal)];

    private StepContext Context() => new(
        frame.Now, services.Days, frame.Bases(_turn.State), $"{frame.Seed}:{_turn.Facts.Count}");
}
