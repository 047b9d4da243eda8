using System.Collections.Immutable;
using Supervision.Processes;

namespace Supervision.Workflows.Activities;

/// <summary>审批: one approver, any of several, all of them, or a quorum. Answers of several accounts are counted in the terms of the wait.</summary>
internal sealed class AskForApproval() : OfficeWait(new(
    WaitKinds.Approval, "请示审批", "Ask for approval", "请有权人员批准或不批准。", "Asks for approval by one, any, all or a quorum.", "")
{
    Inputs =
    [
        WaitTerms.PurposeInput,
        WaitTerms.RoleInput,
        new(Mode, "方式", "Mode", Default: One) { Options = [One, All, Any, Quorum] },
        new(Approvers, "审批人数", "Approvers", "Int32"),
        new(QuorumCount, "通过人数", "Quorum", "Int32"),
    ],
    Outcomes = [Approved, Rejected],
}, "approval")
{
    public const string Mode = "mode";
    public const string Approvers = "approvers";
    public const string QuorumCount = "quorum";
    public const string One = "One";
    public const string All = "All";
    public const string Any = "Any";
    public const string Quorum = "Quorum";
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";
    public const string ApprovedBy = "approvedBy";
    public const string RejectedBy = "rejectedBy";

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        var mode = node.Inputs.TryGetValue(Mode, out var literal) ? Expressions.ValueTypes.ToText(literal.Value) : One;
        if (mode is All or Any or Quorum && !node.Inputs.ContainsKey(Approvers))
            yield return new($".{Approvers}", $"方式为“{mode}”时须填写审批人数。", $"Mode '{mode}' needs the number of approvers.");
        if (mode is Quorum && !node.Inputs.ContainsKey(QuorumCount))
            yield return new($".{QuorumCount}", "方式为“Quorum”时须填写通过人数。", "Mode 'Quorum' needs the number that carries.");
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        if (bookmark.Term(Mode) == One || !Descriptor.Outcomes.Contains(answer.Outcome)) return base.Answer(run, bookmark, answer);
        var account = answer.Data?["account"]?.ToString() ?? "";
        var (approved, rejected) = (Accounts(bookmark, ApprovedBy), Accounts(bookmark, RejectedBy));
        // Nobody counts twice, and nobody changes an answer once given.
        if (approved.Contains(account) || rejected.Contains(account)) return false;
        if (answer.Outcome == Approved) approved = approved.Add(account);
        else rejected = rejected.Add(account);

        if (Decide(bookmark, approved.Length, rejected.Length) is { } decided)
            return base.Answer(run, bookmark, answer with { Outcome = decided });
        run.Burst.Replace(bookmark with { Terms = Count(Count(bookmark.Terms, ApprovedBy, approved), RejectedBy, rejected) });
        return true;
    }

    // Decided as soon as the answers still missing can change nothing.
    private static string? Decide(Bookmark bookmark, int approved, int rejected)
    {
        var approvers = Math.Max(1, bookmark.Terms.Number(Approvers) ?? 1);
        var needed = bookmark.Term(Mode) switch
        {
            All => approvers,
            Any => 1,
            _ => Math.Clamp(bookmark.Terms.Number(QuorumCount) ?? approvers, 1, approvers),
        };
        return approved >= needed ? Approved : rejected > approvers - needed ? Rejected : null;
    }

    private static ImmutableArray<string> Accounts(Bookmark bookmark, string term) =>
        bookmark.Terms.TryGetValue(term, out var accounts) ? [.. accounts.Split(',')] : [];

    private static ImmutableSortedDictionary<string, string> Count(
        ImmutableSortedDictionary<string, string> terms, string term, ImmutableArray<string> accounts) =>
        accounts.IsEmpty ? terms : terms.SetItem(term, string.Join(',', accounts));
}
