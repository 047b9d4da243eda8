using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>What follows for a task when somebody mends, ends or moves one of its processes.</summary>
public static partial class TaskRules
{
    public static Decision Decide(SupervisedTask task, Caller caller, ProcessCommand command)
    {
        var decision = ProcessRecovery.Decide(task.Processes, caller, command);

        // An extension or another change that nobody will decide any more would bar the next request for ever.
        return decision is Decision.Accepted accepted && command is AbortProcess abort && RefusedBy(task, abort.Instance) is { } refused
            ? accepted with { Facts = [.. accepted.Facts, refused] }
            : decision;
    }

    private static Fact? RefusedBy(SupervisedTask task, string instance) =>
        instance == ExtensionInstance && task.RequestedDueOn is { } dueOn ? new ExtensionRefused(dueOn)
        : AskedBy(task, instance) is { } asked ? new ChangeRefused(asked.Change)
        : null;

    /// <summary>Open, and no main process drives it: it was aborted, or its definition ended early. Somebody has to decide what becomes of it.</summary>
    public static bool NeedsDecision(SupervisedTask task) =>
        task.Stage is not TaskStage.Unregistered && !task.IsClosed && !task.Processes.Running.ContainsKey(DirectiveInstance);

    /// <summary>What the processes wait for, in words; that they stand with an incident where they do.</summary>
    private static Term WaitedFor(SupervisedTask task, IEnumerable<Term> waits) => Term.Join(
    [
        .. waits.DefaultIfEmpty(Term.Plain("—")),
        .. WaitAnswers.Incidents(task.Processes),
        .. NeedsDecision(task) ? [new Term("（流程已中止，请督查室负责人决定是否撤销）", "(its process was ended; the office's director decides whether to withdraw it)")] : Array.Empty<Term>(),
    ]);
}
