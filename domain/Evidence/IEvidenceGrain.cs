using Supervision.Language;

namespace Supervision.Evidence;

/// <summary>What is known of one file. Key: its <see cref="EvidenceHash"/>. The bytes lie in the <see cref="IEvidenceStore"/>.</summary>
[Alias("supervision.evidence")]
public interface IEvidenceGrain : IStreamGrain, IGrainWithStringKey
{
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, EvidenceCommand command);

    /// <summary>Null when nobody has brought it, or the caller may not see it by itself.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<EvidenceView?> ViewAsync(Caller caller);
}

/// <param name="Name">As the caller's agency calls it, else as the first who brought it.</param>
/// <param name="RemovedBasis">By which paragraph or order it was removed; null while it is there.</param>
[GenerateSerializer, Immutable, Alias("EvidenceView")]
public sealed record EvidenceView(
    [property: Id(0)] EvidenceHash Hash,
    [property: Id(1)] string Reference,
    [property: Id(2)] long Version,
    [property: Id(3)] long Size,
    [property: Id(4)] string Type,
    [property: Id(5)] string Name,
    [property: Id(6)] string? RemovedBasis);
