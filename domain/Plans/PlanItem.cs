using Supervision.Indicators;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>One item of a plan as it stands after what people have decided on it; becomes a task when the plan is accepted.</summary>
/// <param name="Path">Its id in the plan: the path in the text; <c>PATH.1</c>, <c>PATH.2</c> after a split; <c>+1</c>, <c>+2</c> where a person added it.</param>
/// <param name="Number">Its place, from 1, given once: the number of its task.</param>
/// <param name="Group">The path of the part of the text it stands under; null where there is none.</param>
/// <param name="Quotes">Where in the text it comes from; several after a merge, none for what a person added.</param>
/// <param name="VerdictReason">Why it was dropped or put off.</param>
/// <param name="LateReason">Why it is due after the task that its plan breaks down; needed where it is.</param>
/// <param name="EvidenceRule">What proves that it is done (佐证要求), in words.</param>
/// <param name="Weight">Among its siblings, 1..1000.</param>
[GenerateSerializer, Immutable, Alias("PlanItem")]
public sealed record PlanItem(
    [property: Id(0)] string Path,
    [property: Id(1)] int Number,
    [property: Id(2)] string? Group,
    [property: Id(3)] string Title,
    [property: Id(4)] string Content,
    [property: Id(5)] IReadOnlyList<PlanQuote> Quotes,
    [property: Id(6)] ItemVerdict Verdict = ItemVerdict.Open,
    [property: Id(7)] string? VerdictReason = null,
    [property: Id(8)] Assignment? Assignment = null,
    [property: Id(9)] Cadence Cadence = Cadence.Monthly,
    [property: Id(10)] string? CadenceReason = null,
    [property: Id(11)] string? LateReason = null,
    [property: Id(12)] IReadOnlyList<Indicator>? Indicators = null,
    [property: Id(13)] string? EvidenceRule = null,
    [property: Id(14)] int Weight = 1,
    [property: Id(15)] ItemState State = ItemState.Active)
{
    /// <summary>Where the first words of it stand in the text; 0 for what a person added.</summary>
    public int Line => Quotes is [var first, ..] ? first.Line : 0;

    /// <summary>An item as the reader proposes it; nothing about it is decided.</summary>
    public static PlanItem Of(PlanNode node, int number) => new(
        node.Path, number, GroupOf(node.Path), node.Title, node.Body, [new PlanQuote(node.Path, node.Line, node.Title)]);

    private static string? GroupOf(string path) => path.LastIndexOf('/') is var at and > 0 ? path[..at] : null;
}

/// <summary>Literal words of the plan, and where they stand.</summary>
[GenerateSerializer, Immutable, Alias("PlanQuote")]
public sealed record PlanQuote([property: Id(0)] string Path, [property: Id(1)] int Line, [property: Id(2)] string Text);

/// <summary>What a person has decided on a proposed item.</summary>
[GenerateSerializer, Alias("ItemVerdict")]
public enum ItemVerdict
{
    /// <summary>待定: nobody has decided.</summary>
    Open,

    /// <summary>采纳.</summary>
    Accepted,

    /// <summary>不采纳, for a reason.</summary>
    Dropped,

    /// <summary>暂缓: left for a later batch, for a reason.</summary>
    Postponed,
}

/// <summary>What has become of an accepted item by revisions of its plan.</summary>
[GenerateSerializer, Alias("ItemState")]
public enum ItemState { Active, Suspended, Removed }

/// <summary>What was settled of an item, for whoever may see it.</summary>
[GenerateSerializer, Immutable, Alias("SettledItem")]
public sealed record SettledItem(
    [property: Id(0)] Assignment Assignment, [property: Id(1)] Cadence Cadence, [property: Id(2)] string? CadenceReason);
