using System.Text.Json.Nodes;
using Supervision.Language;

namespace Supervision.Processes;

/// <summary>What may be done with a free-standing process. Pure.</summary>
public static class FreeProcessRules
{
    public static Decision Decide(FreeProcess process, ProcessId id, Caller caller, FreeProcessCommand command)
    {
        if (!MayGive(process, caller, command))
            return Decision.Refuse(FreeProcessRefusals.NotAllowed, RoleLabels.Of(caller));

        return command switch
        {
            StartProcess c => Start(process, id, c.Definition, c.Input, c.CorrelationId, origin: null),
            StartProcessFor c => Start(process, id, c.Definition, c.Input, c.CorrelationId, c.Origin),
            _ when process.Begun is null => Decision.Refuse(FreeProcessRefusals.NotFound, id),
            _ when process.Ended is { } ended => Decision.Refuse(FreeProcessRefusals.Ended, id, ended.How),
            AnswerWait c => Answer(process, id, caller, c),
            CompleteTask c => Complete(process, id, c),
            TellEvent c => Decision.Nothing.Then(new Stimulus.Event(c.Name, c.Payload?.ToNode(), id.Value)),
            CancelProcess => Decision.Nothing.Then(new Stimulus.Cancel(id.Value)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whoever runs processes, auditors, and the posts whose word the process waits for now.</summary>
    public static bool MayView(FreeProcess process, Caller caller) =>
        process.Begun is not null
        && (caller.IsAny(Role.Designer, Role.Follower, Role.Auditor) || process.Processes.Waits.Any(wait => wait.Term(WaitRules.Role).Length > 0 && WaitRules.IsAsked(wait, caller)));

    /// <summary>Whether this person can answer the wait now, with one of the outcomes that it names.</summary>
    public static bool MayAnswer(Wait wait, Caller caller) =>
        wait.Term(WaitRules.Outcomes).Length > 0 && IsForCaller(wait, caller) && !WaitRules.IsRecused(wait, caller) && !WaitRules.HasAnswered(wait, caller);

    private static bool MayGive(FreeProcess process, Caller caller, FreeProcessCommand command) => command switch
    {
        StartProcessFor => caller.Is(Role.Follower),
        AnswerWait c when process.Processes.FindWait(c.Wait) is { } wait => IsForCaller(wait, caller),
        _ => MayRun(caller),
    };

    // A wait that names a post is that post's alone: who designs processes does not thereby sign for the leader in charge.
    private static bool IsForCaller(Wait wait, Caller caller) =>
        wait.Term(WaitRules.Role).Length > 0 ? WaitRules.IsAsked(wait, caller) : MayRun(caller);

    private static bool MayRun(Caller caller) => caller.IsAny(Role.Designer, Role.Follower);

    private static Decision Start(
        FreeProcess process, ProcessId id, string definition, JsonText? input, string? correlationId, ProcessOrigin? origin)
    {
        if (process.Begun is not null)
            return Decision.Refuse(FreeProcessRefusals.Exists, id);
        if (Values(input) is not { } values)
            return Decision.Refuse(FreeProcessRefusals.InputUnfit);

        var correlation = string.IsNullOrEmpty(correlationId) ? null : correlationId;
        return Decision.Record(new FreeProcessBegun(id, definition, input, correlation, origin)).Then(
            new Stimulus.Start(id.Value, definition, values, CorrelationId: correlation, Trigger: origin?.Trigger));
    }

    // Timers are the clock's, events are told, sub-processes answer by themselves: only waits of the office name their outcomes.
    private static Decision Answer(FreeProcess process, ProcessId id, Caller caller, AnswerWait command)
    {
        if (process.Processes.FindWait(command.Wait) is not { } wait || !WaitRules.Words(wait.Term(WaitRules.Outcomes)).Contains(command.Outcome)
            || Values(command.Data) is not { } data)
        {
            return Decision.Refuse(FreeProcessRefusals.NotWaiting, id, command.Wait, command.Outcome);
        }

        if (WaitRules.IsRecused(wait, caller) || WaitRules.HasAnswered(wait, caller))
            return Decision.Refuse(FreeProcessRefusals.Barred, wait.Name);

        // Where several have to answer, each account counts once; the machine looks for itself who must stand back.
        data["account"] = caller.Account.Value;
        data["agency"] = caller.Agency.Value;
        return Decision.Nothing.Then(new Stimulus.Answer(wait.Id, command.Outcome, data));
    }

    private static Decision Complete(FreeProcess process, ProcessId id, CompleteTask command)
    {
        var wait = process.Processes.FindWait(command.TaskId) ?? process.Processes.FindWait($"{id}/{command.TaskId}");
        return wait?.Kind == WaitKinds.RunTask
            ? Decision.Nothing.Then(new Stimulus.Answer(wait.Id, ProcessRules.Done, command.Result?.ToNode()))
            : Decision.Refuse(FreeProcessRefusals.TaskNotFound, id, command.TaskId);
    }

    private static JsonObject? Values(JsonText? text) => text is { } given ? given.ToNode() as JsonObject : [];
}
