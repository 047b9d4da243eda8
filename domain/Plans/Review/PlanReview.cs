using Supervision.Language;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>What is to be decided on a plan: its doubts first, then its items in the order of the text, those with open questions before the others.</summary>
/// <param name="Doubts">Open ones, by line; on the first page alone.</param>
/// <param name="Next">Names the next page; null after the last.</param>
/// <param name="Actions">What this caller may do now: review, submit, decide, acknowledge, refuse, propose-revision.</param>
[GenerateSerializer, Immutable, Alias("PlanReview")]
public sealed record PlanReview(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] long Version,
    [property: Id(2)] PlanStage Stage,
    [property: Id(3)] Term StageName,
    [property: Id(4)] PlanCounts Counts,
    [property: Id(5)] IReadOnlyList<PlanDoubt> Doubts,
    [property: Id(6)] IReadOnlyList<ReviewedItem> Items,
    [property: Id(7)] int? Next,
    [property: Id(8)] IReadOnlyList<string> Actions);

/// <summary>One item as it stands in its review.</summary>
/// <param name="Item">What is decided so far, with the quotes of the text and their lines.</param>
/// <param name="Open">What is still open: verdict, owner, indicator, evidence-rule.</param>
/// <param name="Proposals">What the reader found in the text.</param>
/// <param name="Task">Its task, once the plan is accepted.</param>
[GenerateSerializer, Immutable, Alias("ReviewedItem")]
public sealed record ReviewedItem(
    [property: Id(0)] PlanItem Item,
    [property: Id(1)] IReadOnlyList<OpenQuestion> Open,
    [property: Id(2)] ItemProposals Proposals,
    [property: Id(3)] TaskId? Task);

/// <summary>A question that an item leaves open. The first two keep the plan from being submitted.</summary>
[GenerateSerializer, Alias("OpenQuestion")]
public enum OpenQuestion { Verdict, Owner, Indicator, EvidenceRule }
