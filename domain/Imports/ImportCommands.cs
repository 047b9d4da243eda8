using Supervision.Language;
using Supervision.Plans;

namespace Supervision.Imports;

/// <summary>What one can ask of an import.</summary>
[GenerateSerializer, Immutable, Alias("ImportCommand")]
public abstract record ImportCommand([property: Id(0)] CommandKey Key) : ICommand;

/// <summary>A file was read; its rows come next. The fields are those of <see cref="ImportOpened"/>.</summary>
[GenerateSerializer, Immutable, Alias("Import.Open")]
public sealed record OpenImport(
    CommandKey Key,
    [property: Id(1)] ImportKind Kind,
    [property: Id(2)] PlanId? Plan,
    [property: Id(3)] long? PlanVersion,
    [property: Id(4)] string Source,
    [property: Id(5)] string File,
    [property: Id(6)] string Sha256,
    [property: Id(7)] IReadOnlyList<string> Columns,
    [property: Id(8)] int Rows) : ImportCommand(Key);

/// <summary>The next rows, in order; every chunk but the last is full.</summary>
[GenerateSerializer, Immutable, Alias("Import.TakeRows")]
public sealed record TakeRows(
    CommandKey Key, [property: Id(1)] int Chunk, [property: Id(2)] IReadOnlyList<ImportRow> Rows) : ImportCommand(Key);

/// <summary>执行导入.</summary>
/// <param name="PlanVersion">The version of the plan now; null for tasks.</param>
[GenerateSerializer, Immutable, Alias("Import.Start")]
public sealed record StartImport(CommandKey Key, [property: Id(1)] long? PlanVersion = null) : ImportCommand(Key);

/// <summary>取消导入.</summary>
[GenerateSerializer, Immutable, Alias("Import.Cancel")]
public sealed record CancelImport(CommandKey Key) : ImportCommand(Key);

/// <summary>A follower alone: what became of the rows of a chunk.</summary>
[GenerateSerializer, Immutable, Alias("Import.NoteRows")]
public sealed record NoteRows(
    CommandKey Key, [property: Id(1)] int Chunk, [property: Id(2)] IReadOnlyList<SettledRow> Rows) : ImportCommand(Key);
