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
        var meant = approvals.Where(wait => command.Wait is null || command.Wait == wait.Id).ToArray();
        if (meant.FirstOrDefault(wait => WaitRules.Accepts(wait, caller)) is not { } mine)
            return BarredFrom(meant, caller) ?? Decision.Refuse(TaskRefusals.ApprovalNotYours, WaitedFor(task, approvals.Select(Described)));
        if ((command.Verdict is Verdict.Rejected ? TextRefused(command.Opinion, Fields.Opinion)
            : OptionalTextRefused(command.Opinion, Fields.Opinion)) is { } refused)
        {
            return refused;
        }

        return Decision.Record(new ApprovalGiven(mine.Id, mine.Term("purpose"), command.Verdict, command.Opinion?.Trim()))
            .Then(new Stimulus.Answer(mine.Id, command.Verdict.ToString(), VerdictOf(caller, command.Verdict)));
    }

    private static JsonObject VerdictOf(Caller caller, Verdict verdict)
    {
        var data = Answerer(caller);
        data["verdict"] = verdict.ToString();
        return data;
    }

    private static Term Described(Wait wait)
    {
        var post = RoleLabels.OfName(wait.Term(WaitRules.Role));
        return new Term($"{wait.Name}（{post.Chinese}）", $"{wait.Name} ({post.English})");
    }
}
