using Supervision.Language;

namespace Supervision.Processes;

/// <summary>Who may mend, end and move processes, and when: one rule for every actor that has processes. Pure.</summary>
/// <remarks>
/// The designer answers for definitions and therefore for what they break. Skipping is no way round a decision: only what has
/// failed can be skipped, and reason and name stand in the ledger. The office sees the incidents of its tasks.
/// </remarks>
public static class ProcessRecovery
{
    public const int ReasonLengthMax = 1000;

    public static bool MayRecover(Caller caller) => caller.Is(Role.Designer);

    /// <summary>Who sees the processes of all streams, without what they are about.</summary>
    public static bool MayViewAll(Caller caller) => caller.IsAny(Role.Designer, Role.Auditor, Role.OfficeClerk, Role.OfficeDirector);

    public static Decision Decide(ProcessSet processes, Caller caller, ProcessCommand command)
    {
        if (!MayRecover(caller))
            return Decision.Refuse(ProcessRefusals.NotAllowed, RoleLabels.Of(caller));
        if (!processes.Running.TryGetValue(command.Instance, out var process))
            return Decision.Refuse(ProcessRefusals.NotFound, command.Instance);

        return command switch
        {
            RetryIncident c => Resolve(process, c.Run, IncidentEnd.Retried, null, null, new Stimulus.Retry(c.Instance, c.Run)),
            SkipIncident c => ReasonRefused(c.Reason) ?? Resolve(
                process, c.Run, IncidentEnd.Skipped, c.Outcome, c.Reason.Trim(), new Stimulus.Skip(c.Instance, c.Run, c.Outcome)),
            AbortProcess c => ReasonRefused(c.Reason) ?? Decision.Nothing.Then(new Stimulus.Abort(c.Instance, c.Reason.Trim())),
            MigrateProcess c => Migrate(process, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Decision Resolve(
        Process process, int run, IncidentEnd how, string? outcome, string? reason, Stimulus stimulus) =>
        process.Incidents.Any(incident => incident.Run == run)
            ? Decision.Record(new ProcessIncidentResolved(process.Instance, run, how, outcome, reason)).Then(stimulus)
            : Decision.Refuse(ProcessRefusals.IncidentNotFound, process.Instance, run);

    private static Decision Migrate(Process process, MigrateProcess command) =>
        process.Hash == command.To ? Decision.Nothing
        : command.From is { } from && from != process.Hash
            ? Decision.Refuse(ProcessRefusals.OtherVersion, process.Instance, process.Hash, from)
            : Decision.Nothing.Then(new Stimulus.Migrate(process.Instance, command.To));

    private static Decision? ReasonRefused(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLengthMax
            || reason.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? Decision.Refuse(ProcessRefusals.ReasonUnfit, ReasonLengthMax)
            : null;
}
