using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Silo.Ledger;

/// <summary>One line of an export. Names are for ever, as those of an event are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(StoreLine), "store")]
[JsonDerivedType(typeof(EventLine), "event")]
[JsonDerivedType(typeof(FeedLine), "feed")]
[JsonDerivedType(typeof(DueLine), "due")]
[JsonDerivedType(typeof(CursorLine), "cursor")]
[JsonDerivedType(typeof(SealLine), "seal")]
[JsonDerivedType(typeof(EndLine), "end")]
internal abstract record ExportLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ExportLine Read(string text) =>
        JsonSerializer.Deserialize<ExportLine>(text, Options) ?? throw new JsonException("A line of an export is a JSON object.");

    public string Write() => JsonSerializer.Serialize(this, Options);
}

/// <summary>The first line: what the store is. The store it is read into is made with the same.</summary>
internal sealed record StoreLine(int Version, string Id, int Shards, string Digest, string Kind, DateTimeOffset MadeAt) : ExportLine
{
    public const int VersionNow = 1;

    public static StoreLine Of(StoreInfo store) =>
        new(VersionNow, store.Id, store.Shards, store.Digest, store.Kind.ToString(), store.MadeAt);

    public StoreInfo ToStore() => new(Id, Shards, Digest, Enum.Parse<StoreKind>(Kind), MadeAt);
}

/// <param name="Body">The bytes of the event as text; they are UTF-8 and come back the same.</param>
internal sealed record EventLine(string Stream, long Seq, string Body, string Hash) : ExportLine;

/// <summary>Follows the events of its append, so that a reader holds one append at a time.</summary>
internal sealed record FeedLine(int Shard, long Position, string Stream, long FromSeq, long ToSeq, string Hash) : ExportLine;

internal sealed record DueLine(string Stream, string Key, DateTimeOffset At, string Rule) : ExportLine;

internal sealed record CursorLine(string Follower, int Shard, long Position) : ExportLine;

internal sealed record SealLine(long Number, string Body) : ExportLine;

/// <summary>The last line; a file without it was cut.</summary>
internal sealed record EndLine(long Lines) : ExportLine;
