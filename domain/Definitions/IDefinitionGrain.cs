using Supervision.Language;

namespace Supervision.Definitions;

/// <summary>发布流程定义: checks the content, records it by its hash and makes the name stand for it.</summary>
[GenerateSerializer, Immutable, Alias("Definition.Publish")]
public sealed record PublishDefinition([property: Id(0)] CommandKey Key, [property: Id(1)] string Json) : ICommand;

/// <summary>One workflow definition. Key: its definition id, such as <c>directive</c>.</summary>
[Alias("supervision.definition")]
public interface IDefinitionGrain : IStreamGrain, IGrainWithStringKey
{
    /// <summary>Refused with <c>definition.not-allowed</c>, <c>definition.unreadable</c>, <c>definition.faulty</c>.</summary>
    [Alias("publish")]
    Task<Receipt> PublishAsync(Caller caller, PublishDefinition command);

    /// <summary>What publishing this text would say, warnings among it. Nothing is kept.</summary>
    [Alias("check"), Orleans.Concurrency.AlwaysInterleave]
    Task<DefinitionFindings> CheckAsync(Caller caller, string draft);

    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<DefinitionView?> ViewAsync(Caller caller);

    /// <summary>What the published content has that an earlier one has not; null where there is no such content of this definition.</summary>
    [Alias("compare"), Orleans.Concurrency.AlwaysInterleave]
    Task<DefinitionChanges?> CompareAsync(Caller caller, string from);
}

/// <param name="Refused">Why the definition would not be published; null when it would be.</param>
[GenerateSerializer, Immutable, Alias("DefinitionFindings")]
public sealed record DefinitionFindings(
    [property: Id(0)] IReadOnlyList<DefinitionFinding> Findings, [property: Id(1)] Receipt.Refused? Refused);

[GenerateSerializer, Immutable, Alias("DefinitionView")]
public sealed record DefinitionView(
    [property: Id(0)] string Definition, [property: Id(1)] int Version, [property: Id(2)] string Hash,
    [property: Id(3)] string Name, [property: Id(4)] string Json);
