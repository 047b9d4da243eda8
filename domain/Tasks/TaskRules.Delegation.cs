using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>委派: within the lead agency, to one 承办人. Acknowledgement and completion stay with who speaks for the agency.</summary>
public static partial class TaskRules
{
    /// <summary>Left to another handler of the lead: to report is that one's, and of those who speak for the agency.</summary>
    public static bool IsLeftToAnother(SupervisedTask task, Caller caller) =>
        task.Handler is { } handler && task.Assignment?.Lead == caller.Agency
        && !caller.IsAny(Role.Liaison, Role.AgencyHead) && !WaitRules.AccountsOf(caller).Contains(handler.Value);

    private static Decision DelegateToHandler(SupervisedTask task, Caller caller, DelegateToHandler command, TaskContext context)
    {
        if (!IsWithLead(task))
            return NotUnderWay(task, command);
        if (context.Handler is not { Id: not null, IsClosed: false } handler || handler.Agency != task.Assignment!.Lead || !handler.Roles.Contains(Role.Handler))
            return Decision.Refuse(TaskRefusals.HandlerUnfit, command.Handler);
        if (OptionalTextRefused(command.Note, Fields.Text) is { } refused)
            return refused;

        return task.Handler == command.Handler
            ? Decision.Nothing
            : new TaskDelegated(command.Handler, caller.Agency, string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim());
    }

    private static Decision TakeBack(SupervisedTask task, TakeBack command) =>
        task.IsClosed ? Decision.Refuse(TaskRefusals.Closed, TaskLabels.Of(task.Stage), TaskLabels.Of(command))
        : task.Handler is { } handler ? new DelegationTakenBack(handler)
        : Decision.Refuse(TaskRefusals.NotDelegated);

    private static Decision? LeftToAnotherRefused(SupervisedTask task, Caller caller) => IsLeftToAnother(task, caller)
        ? Decision.Refuse(TaskRefusals.LeftToAnother, task.Handler!)
        : null;
}
