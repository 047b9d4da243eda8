using System.Text.Json.Nodes;
using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Processes;

/// <summary>How somebody answers a waiting point: the same for a task and for a plan, which differ in their words alone.</summary>
internal static class WaitAnswers
{
    /// <summary>The facts and the answer, if the process waits for this kind of command and this caller may give it; else the refusal.</summary>
    /// <param name="notWaiting">What is said where it does not wait for it.</param>
    public static Decision Given(
        ProcessSet processes, Caller caller, string kind, string outcome, Func<Decision> notWaiting, params Fact[] facts) =>
        processes.Waits.Where(wait => wait.Kind == kind).ToArray() is not [var first, ..] waits ? notWaiting()
        : waits.FirstOrDefault(wait => WaitRules.Accepts(wait, caller)) is { } mine
            ? Decision.Record(facts).Then(new Stimulus.Answer(mine.Id, outcome, Answerer(caller)))
        : BarredFrom(waits, caller) ?? Decision.Refuse(TaskRefusals.OtherRole, first.Name, RoleLabels.OfName(first.Term(WaitRules.Role)));

    /// <summary>审批: whose word is asked stands in the definition; the caller is held to it.</summary>
    /// <param name="wait">Which approval; null for the only one that is his.</param>
    /// <param name="notYours">What is said where none is his.</param>
    /// <param name="flaw">What is wrong with the opinion, which a rejection cannot go without; null when nothing is.</param>
    public static Decision Decided(
        ProcessSet processes, Caller caller, Verdict verdict, string? opinion, string? wait, Func<IEnumerable<Wait>, Decision> notYours, Decision? flaw)
    {
        var approvals = processes.Waits.Where(one => one.Kind == WaitKinds.Approval).ToArray();
        var meant = approvals.Where(one => wait is null || wait == one.Id).ToArray();
        if (meant.FirstOrDefault(one => WaitRules.Accepts(one, caller)) is not { } mine)
            return BarredFrom(meant, caller) ?? notYours(approvals);
        if (flaw is not null)
            return flaw;

        var data = Answerer(caller);
        data["verdict"] = verdict.ToString();
        return Decision.Record(new ApprovalGiven(mine.Id, mine.Term("purpose"), verdict, opinion?.Trim()))
            .Then(new Stimulus.Answer(mine.Id, verdict.ToString(), data));
    }

    /// <summary>What is waited for, and of whom.</summary>
    public static Term Described(Wait wait)
    {
        if (wait.Term(WaitRules.Role) is not { Length: > 0 } role) return Term.Plain(wait.Name);

        var post = RoleLabels.OfName(role);
        return new Term($"{wait.Name}（{post.Chinese}）", $"{wait.Name} ({post.English})");
    }

    /// <summary>That the processes stand with incidents, where they do.</summary>
    public static IEnumerable<Term> Incidents(ProcessSet processes) => processes.Incidents.Select(incident => new Term(
        $"（流程在“{incident.Name}”出错，待流程设计员处理）", $"(the process stands with an incident at \"{incident.Name}\"; ask a workflow designer)"));

    // The machine looks for itself who must stand back, and counts nobody twice.
    private static JsonObject Answerer(Caller caller) => new()
    {
        ["account"] = caller.Account.Value,
        ["agency"] = caller.Agency.Value,
    };

    // Why somebody of the right post may still not answer; null when it is not that.
    private static Decision? BarredFrom(IEnumerable<Wait> waits, Caller caller) =>
        waits.FirstOrDefault(wait => WaitRules.IsAsked(wait, caller)) is not { } asked ? null
        : WaitRules.IsRecused(asked, caller) ? Decision.Refuse(TaskRefusals.Recused, asked.Name)
        : Decision.Refuse(TaskRefusals.AnsweredAlready, asked.Name);
}
