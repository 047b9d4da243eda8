namespace Supervision.Cases;

/// <summary>What the ledger holds of one case, byte for byte, with what proves it. Rendered into a package; see docs/evidence-package.md.</summary>
/// <param name="Events">Whole streams: the task, its plan, the definitions it ran, the files it names.</param>
/// <param name="Feed">Every append of those streams; where a seal covers one, all that the shard was told between that seal and the one before.</param>
/// <param name="Seals">The JSON of each seal that is needed, and of the newest.</param>
/// <param name="Files">Files that the facts name, whether their bytes are there or were removed by law.</param>
[GenerateSerializer, Immutable, Alias("CaseRecords")]
public sealed record CaseRecords(
    [property: Id(0)] string Task,
    [property: Id(1)] string Store,
    [property: Id(2)] string StoreKind,
    [property: Id(3)] string Digest,
    [property: Id(4)] int Shards,
    [property: Id(5)] IReadOnlyList<CaseEvent> Events,
    [property: Id(6)] IReadOnlyList<CaseEntry> Feed,
    [property: Id(7)] IReadOnlyList<CaseSeal> Seals,
    [property: Id(8)] IReadOnlyList<CaseFile> Files);

/// <param name="Body">The bytes of the event as text; they are UTF-8 and come back the same.</param>
[GenerateSerializer, Immutable, Alias("CaseEvent")]
public sealed record CaseEvent(
    [property: Id(0)] string Stream, [property: Id(1)] long Seq, [property: Id(2)] string Body, [property: Id(3)] string Hash);

[GenerateSerializer, Immutable, Alias("CaseEntry")]
public sealed record CaseEntry(
    [property: Id(0)] int Shard, [property: Id(1)] long Position, [property: Id(2)] string Stream,
    [property: Id(3)] long FromSeq, [property: Id(4)] long ToSeq, [property: Id(5)] string Hash);

[GenerateSerializer, Immutable, Alias("CaseSeal")]
public sealed record CaseSeal([property: Id(0)] long Number, [property: Id(1)] string Body);

/// <param name="IsRemoved">The law had its bytes removed; the fact stands.</param>
[GenerateSerializer, Immutable, Alias("CaseFile")]
public sealed record CaseFile(
    [property: Id(0)] Evidence.EvidenceHash Hash, [property: Id(1)] string Name, [property: Id(2)] string Type, [property: Id(3)] bool IsRemoved);
