using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Processes;

namespace Supervision.Tasks;

/// <summary>审批: whose word is asked stands in the definition; this rule only holds the caller to it.</summary>
public static partial class TaskRules
{
    private static Decision Decide(SupervisedTask task, Caller caller, Decide command)
    {
        var approvals = task.Processes.Waits.Where(wait => wait.Kind == WaitKinds.Approval).ToArray();
        var mine = approvals.FirstOrDefault(wait =>
            (command.Wait is null || command.Wait == wait.Id) && MayAnswer(wait, caller));
        if (mine is null)
            return Decision.Refuse(TaskRefusals.ApprovalNotYours, WaitedFor(task, approvals.Select(Described)));
        if ((command.Verdict is Verdict.Rejected ? TextRefused(command.Opinion, Fields.Opinion)
            : OptionalTextRefused(command.Opinion, Fields.Opinion)) is { } refused)
        {
            return refused;
        }

        return Decision.Record(new ApprovalGiven(mine.Id, mine.Term("purpose"), command.Verdict, command.Opinion?.Trim()))
            .Then(new Stimulus.Answer(mine.Id, command.Verdict.ToString(), new JsonObject
            {
                ["account"] = caller.Account.Value,
                ["verdict"] = command.Verdict.ToString(),
            }));
    }

    /// <summary>Whether a waiting approval asks for a role that this caller holds.</summary>
    public static bool MayAnswer(Wait wait, Caller caller) =>
        wait.Kind == WaitKinds.Approval && Enum.TryParse<Role>(wait.Term("role"), out var role) && caller.Is(role);

    private static Term Described(Wait wait)
    {
        var post = RoleLabels.OfName(wait.Term("role"));
        return new Term($"{wait.Name}（{post.Chinese}）", $"{wait.Name} ({post.English})");
    }
}
