using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>审批.</summary>
public static partial class TaskRules
{
    private static Decision Decide(SupervisedTask task, Caller caller, Decide command) => WaitAnswers.Decided(
        task.Processes, caller, command.Verdict, command.Opinion, command.Wait,
        approvals => Decision.Refuse(TaskRefusals.ApprovalNotYours, WaitedFor(task, approvals.Select(WaitAnswers.Described))),
        command.Verdict is Verdict.Rejected ? TextRefused(command.Opinion, Fields.Opinion) : OptionalTextRefused(command.Opinion, Fields.Opinion));
}
