using System.Text.Json.Nodes;
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
        new(Mode, "方式", "Mode", Default: One)
        {
            Options = [One, All, Any, Quorum],
            Description = new("由一人决定，或由多人会签。", "One person decides, or several do."),
        },
        new(Approvers, "审批人数", "Approvers", "Int32") { Description = new("多人审批时的总人数。", "How many are asked, where several are.") },
        new(QuorumCount, "通过人数", "Quorum", "Int32") { Description = new("方式为达到人数时，多少人同意即通过。", "With mode Quorum, so many approvals carry.") },
        .. WaitTerms.RecusalInputs,
    ],
    Outputs = [new(Deciders, "审批人员", "Deciders", "List<String>")],
    Outcomes = [Approved, Rejected],
}, "approval")
{
    public const string Mode = "mode";
    public const string Approvers = "approvers";
    public const string QuorumCount = "quorum";
    public const string Deciders = "deciders";
    public const string One = "One";
    public const string All = "All";
    public const string Any = "Any";
    public const string Quorum = "Quorum";
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";

    public override IEnumerable<DefinitionFault> Check(ActivityNode node)
    {
        foreach (var fault in base.Check(node)) yield return fault;
        var mode = node.Inputs.TryGetValue(Mode, out var literal) ? Expressions.ValueTypes.ToText(literal.Value) : One;
        if (mode is All or Any or Quorum && !node.Inputs.ContainsKey(Approvers))
            yield return new($".{Approvers}", $"方式为“{mode}”时须填写审批人数。", $"Mode '{mode}' needs the number of approvers.");
        if (mode is Quorum && !node.Inputs.ContainsKey(QuorumCount))
            yield return new($".{QuorumCount}", "方式为“Quorum”时须填写通过人数。", "Mode 'Quorum' needs the number that carries.");
    }

    public override bool Answer(ActivityRun run, Bookmark bookmark, Answer answer)
    {
        // Nobody counts who must stand back, nobody counts twice, and nobody changes an answer once given.
        if (!Answers.Contains(answer.Outcome) || Answerers.IsBarred(bookmark, answer.Fields)) return false;
        var account = Answerers.AccountOf(answer.Fields);
        var approved = Answerers.Of(bookmark, WaitRules.ApprovedBy);
        var rejected = Answerers.Of(bookmark, WaitRules.RejectedBy);
        if (answer.Outcome == Approved) approved = approved.Add(account);
        else rejected = rejected.Add(account);

        if (Decide(bookmark, approved.Length, rejected.Length) is { } decided)
        {
            run.SetOutput(Deciders, Values.Of(new JsonArray([.. approved.Concat(rejected).Select(name => JsonValue.Create(name))])));
            return base.Answer(run, bookmark, answer with { Outcome = decided });
        }

        var terms = Answerers.With(bookmark.Terms, WaitRules.ApprovedBy, approved);
        run.Burst.Replace(bookmark with { Terms = Answerers.With(terms, WaitRules.RejectedBy, rejected) });
        return true;
    }

    // Decided as soon as the answers still missing can change nothing.
    private static string? Decide(Bookmark bookmark, int approved, int rejected)
    {
        var isOne = bookmark.Term(Mode) == One;
        var approvers = isOne ? 1 : Math.Max(1, bookmark.Terms.Number(Approvers) ?? 1);
        var needed = bookmark.Term(Mode) switch
        {
            All => approvers,
            One or Any => 1,
            _ => Math.Clamp(bookmark.Terms.Number(QuorumCount) ?? approvers, 1, approvers),
        };
        return approved >= needed ? Approved : rejected > approvers - needed ? Rejected : null;
    }
}
