using System.Text.Json.Serialization;
using Supervision.Indicators;
using Supervision.Tasks;

namespace Supervision.Plans;

/// <summary>One thing that a person decides on the items of a plan. In JSON the property <c>do</c> says which.</summary>
[GenerateSerializer, Immutable, Alias("ItemChange")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Drop), "drop")]
[JsonDerivedType(typeof(Postpone), "postpone")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Measure), "measure")]
[JsonDerivedType(typeof(Weigh), "weigh")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(SettleDoubt), "settle-doubt")]
[JsonDerivedType(typeof(Suspend), "suspend")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Remove), "remove")]
public abstract record ItemChange
{
    private ItemChange() { }

    /// <summary>What it is about, for whoever reads that it was refused.</summary>
    internal abstract string About { get; }

    /// <summary>采纳.</summary>
    /// <param name="WithProposals">Takes over what the reader proposes and nobody has decided yet, as far as it can stand.</param>
    [GenerateSerializer, Immutable, Alias("ItemChange.Accept")]
    public sealed record Accept([property: Id(0)] string Path, [property: Id(1)] bool WithProposals = true) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>不采纳.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Drop")]
    public sealed record Drop([property: Id(0)] string Path, [property: Id(1)] string Reason) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>暂缓.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Postpone")]
    public sealed record Postpone([property: Id(0)] string Path, [property: Id(1)] string Reason) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>改写; the quotes of the text stay what they are.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Edit")]
    public sealed record Edit([property: Id(0)] string Path, [property: Id(1)] string Title, [property: Id(2)] string Content) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>定单位和期限; the item is accepted with it.</summary>
    /// <param name="LateReason">Why it is due after the task that a sub-plan breaks down; needed where it is.</param>
    [GenerateSerializer, Immutable, Alias("ItemChange.Settle")]
    public sealed record Settle(
        [property: Id(0)] string Path,
        [property: Id(1)] Assignment Assignment,
        [property: Id(2)] Cadence Cadence = Cadence.Monthly,
        [property: Id(3)] string? CadenceReason = null,
        [property: Id(4)] string? LateReason = null) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>定指标 and what proves it; replaces those that were there.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Measure")]
    public sealed record Measure(
        [property: Id(0)] string Path,
        [property: Id(1)] IReadOnlyList<Indicator> Indicators,
        [property: Id(2)] string? EvidenceRule = null) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>定权重, 1..1000, among its siblings.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Weigh")]
    public sealed record Weigh([property: Id(0)] string Path, [property: Id(1)] int Weight) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>拆分; each part has the quotes of the whole and waits for its own decision.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Split")]
    public sealed record Split([property: Id(0)] string Path, [property: Id(1)] IReadOnlyList<ItemText> Into) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>合并 into the first that is named, which gets all quotes and indicators.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Merge")]
    public sealed record Merge(
        [property: Id(0)] IReadOnlyList<string> Paths, [property: Id(1)] string Title, [property: Id(2)] string Content) : ItemChange
    {
        internal override string About => Paths is [var first, ..] ? first : "";
    }

    /// <summary>增补; its path is <c>+1</c>, <c>+2</c> … in the order of adding. It counts as accepted.</summary>
    /// <param name="Group">The path of the part of the text it stands under.</param>
    [GenerateSerializer, Immutable, Alias("ItemChange.Add")]
    public sealed record Add(
        [property: Id(0)] string Title,
        [property: Id(1)] string Content,
        [property: Id(2)] string? Group = null,
        [property: Id(3)] Assignment? Assignment = null,
        [property: Id(4)] Cadence Cadence = Cadence.Monthly,
        [property: Id(5)] string? CadenceReason = null,
        [property: Id(6)] string? LateReason = null,
        [property: Id(7)] IReadOnlyList<Indicator>? Indicators = null,
        [property: Id(8)] string? EvidenceRule = null,
        [property: Id(9)] int Weight = 1) : ItemChange
    {
        internal override string About => Title;
    }

    /// <summary>释疑: says how a doubt of the reader was settled. The doubt is named by its line, kind and quote.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.SettleDoubt")]
    public sealed record SettleDoubt(
        [property: Id(0)] int Line, [property: Id(1)] PlanDoubtKind Doubt, [property: Id(2)] string Quote, [property: Id(3)] string How) : ItemChange
    {
        internal override string About => Quote;
    }

    /// <summary>中止 an item of an accepted plan for a time. In a revision alone, as the two that follow.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Suspend")]
    public sealed record Suspend([property: Id(0)] string Path) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>恢复.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Resume")]
    public sealed record Resume([property: Id(0)] string Path) : ItemChange
    {
        internal override string About => Path;
    }

    /// <summary>取消 for good.</summary>
    [GenerateSerializer, Immutable, Alias("ItemChange.Remove")]
    public sealed record Remove([property: Id(0)] string Path) : ItemChange
    {
        internal override string About => Path;
    }
}

/// <summary>Title and content of a part that a person makes.</summary>
[GenerateSerializer, Immutable, Alias("ItemText")]
public sealed record ItemText([property: Id(0)] string Title, [property: Id(1)] string Content);
