using Supervision.Language;

namespace Supervision.Evidence;

/// <summary>What one can ask of a stored file.</summary>
[GenerateSerializer, Immutable, Alias("EvidenceCommand")]
public abstract record EvidenceCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>存证. Given by a gateway that has put the bytes into the store and has looked what they are.</summary>
[GenerateSerializer, Immutable, Alias("Evidence.Store")]
public sealed record StoreEvidence(
    CommandKey Key, [property: Id(1)] long Size, [property: Id(2)] string Type, [property: Id(3)] string Name) : EvidenceCommand(Key);

/// <summary>依法删除: the fact stays, the bytes go.</summary>
/// <param name="Basis">The paragraph or the order that demands it.</param>
[GenerateSerializer, Immutable, Alias("Evidence.Remove")]
public sealed record RemoveEvidence(
    CommandKey Key, [property: Id(1)] string Reason, [property: Id(2)] string Basis) : EvidenceCommand(Key);
