using Supervision.Language;
using Supervision.Plans;
using Supervision.Tasks;

namespace Supervision.Imports;

/// <summary>One import (批量导入) of a sheet. Key: the <see cref="ImportId"/>.</summary>
[Alias("supervision.import")]
public interface IImportGrain : IStreamGrain, IGrainWithStringKey
{
    /// <summary>Refusals: <see cref="ImportRefusals"/>.</summary>
    [Alias("execute")]
    Task<Receipt> ExecuteAsync(Caller caller, ImportCommand command);

    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<ImportView?> ViewAsync(Caller caller);

    /// <summary>Rows in the order of the sheet, what became of them included; null when the caller may not see the import.</summary>
    /// <param name="outcome">Those alone; null for all.</param>
    /// <param name="from">How many rows of the sheet to pass over.</param>
    [Alias("rows"), Orleans.Concurrency.AlwaysInterleave]
    Task<ImportRowPage?> ListRowsAsync(Caller caller, RowOutcome? outcome, int from, int limit);

    /// <summary>A follower alone: the rows of a chunk that ask for something; null when they are not to be sent, or not any more.</summary>
    [Alias("batch"), Orleans.Concurrency.AlwaysInterleave]
    Task<ImportBatch?> FindBatchAsync(Caller caller, int chunk);
}

/// <summary>An import, for whoever may see it.</summary>
/// <param name="Found">What the dry run says.</param>
/// <param name="ToDo">Rows that are sent when it is carried out.</param>
/// <param name="Done">Of these, carried out.</param>
/// <param name="Failed">Of these, refused after all.</param>
/// <param name="PlanVersion">The version of the plan that the rows were compared with.</param>
[GenerateSerializer, Immutable, Alias("ImportView")]
public sealed record ImportView(
    [property: Id(0)] ImportId Import,
    [property: Id(1)] long Version,
    [property: Id(2)] ImportKind Kind,
    [property: Id(3)] PlanId? Plan,
    [property: Id(4)] string Source,
    [property: Id(5)] string File,
    [property: Id(6)] string Sha256,
    [property: Id(7)] IReadOnlyList<string> Columns,
    [property: Id(8)] DateOnly On,
    [property: Id(9)] ImportPhase Phase,
    [property: Id(10)] int Rows,
    [property: Id(11)] int Taken,
    [property: Id(12)] RowCounts Found,
    [property: Id(13)] int ToDo,
    [property: Id(14)] int Done,
    [property: Id(15)] int Failed,
    [property: Id(16)] long? PlanVersion);

/// <summary>A row, what the dry run said, and what became of it. One that was refused when it was carried out is <c>Refused</c> too.</summary>
/// <param name="IsDone">It was carried out.</param>
[GenerateSerializer, Immutable, Alias("ImportRowView")]
public sealed record ImportRowView(
    [property: Id(0)] int Number,
    [property: Id(1)] RowOutcome Outcome,
    [property: Id(2)] bool IsDone,
    [property: Id(3)] TaskId? Task,
    [property: Id(4)] string? Path,
    [property: Id(5)] IReadOnlyList<CellChange> Changes,
    [property: Id(6)] IReadOnlyList<RowProblem> Problems);

/// <param name="Next">Pass it as <c>from</c> for the next page; null on the last.</param>
[GenerateSerializer, Immutable, Alias("ImportRowPage")]
public sealed record ImportRowPage([property: Id(0)] IReadOnlyList<ImportRowView> Items, [property: Id(1)] int? Next);

/// <summary>What a follower carries out in one step.</summary>
[GenerateSerializer, Immutable, Alias("ImportBatch")]
public sealed record ImportBatch(
    [property: Id(0)] ImportKind Kind, [property: Id(1)] PlanId? Plan, [property: Id(2)] IReadOnlyList<ImportRow> Rows);
