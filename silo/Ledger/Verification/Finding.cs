namespace Supervision.Silo.Ledger;

/// <summary>What a check of the ledger can find. Each is another kind of hand, or of accident.</summary>
internal enum FindingKind
{
    /// <summary>An event's bytes or its hash are not what was written.</summary>
    EventChanged,

    /// <summary>Events are gone from the middle of a stream.</summary>
    EventMissing,

    /// <summary>Events stand in each other's place.</summary>
    EventsSwapped,

    /// <summary>The end of a stream, or of a feed, is gone.</summary>
    TailCut,

    /// <summary>A whole stream is gone.</summary>
    StreamDeleted,

    /// <summary>The chain was computed again; it agrees with itself and not with what the feed or a seal saw.</summary>
    Rechained,

    /// <summary>The store is an old copy: outside it a newer seal is remembered.</summary>
    RolledBack,

    /// <summary>The feed does not tell what it should.</summary>
    FeedDamaged,

    /// <summary>A seal is missing or cannot be read.</summary>
    SealDamaged,

    /// <summary>A seal was not signed with our key.</summary>
    SealForged,

    /// <summary>A stored file of evidence is not there.</summary>
    EvidenceMissing,

    /// <summary>The bytes of a stored file are not those that its hash names.</summary>
    EvidenceChanged,

    /// <summary>The bytes of a removed file are still there.</summary>
    EvidenceNotErased,
}

/// <param name="Stream">Null where only the shard or the seal is known.</param>
internal sealed record Finding(FindingKind Kind, string? Stream, long? Seq, string Chinese, string English)
{
    public static Finding EventChanged(string stream, long seq) => new(
        FindingKind.EventChanged, stream, seq,
        $"“{stream}”第 {seq} 条记录的内容与其摘要不符，已被改动；请用备份核对。",
        $"Event {seq} of {stream} was changed: its bytes do not fit its hash. Compare it with a backup.");

    public static Finding EventMissing(string stream, long first, long last) => new(
        FindingKind.EventMissing, stream, first,
        $"“{stream}”缺少第 {first} 至第 {last} 条记录，中间被删；请从备份找回。",
        $"Events {first} to {last} of {stream} are missing from its middle. Recover them from a backup.");

    public static Finding EventsSwapped(string stream, long one, long other) => new(
        FindingKind.EventsSwapped, stream, one,
        $"“{stream}”第 {one} 条与第 {other} 条记录被互换位置；请用备份核对。",
        $"Events {one} and {other} of {stream} stand in each other's place. Compare them with a backup.");

    public static Finding TailCut(string stream, long last, long told) => new(
        FindingKind.TailCut, stream, last,
        $"“{stream}”只剩到第 {last} 条，流水记载曾有 {told} 条，末尾被截去；请从备份找回。",
        $"{stream} ends at event {last}, its feed tells of {told}: the tail was cut. Recover it from a backup.");

    public static Finding FeedCut(int shard, long end, long seal, long saw) => new(
        FindingKind.TailCut, null, null,
        $"第 {shard} 分区的流水只到 {end}，第 {seal} 号封存见过 {saw}，末尾连同流水一并被截去；请从备份找回。",
        $"The feed of shard {shard} ends at {end}, seal {seal} saw {saw}: the tail was cut together with its feed. Recover it from a backup.");

    public static Finding StreamDeleted(string stream, long told) => new(
        FindingKind.StreamDeleted, stream, null,
        $"“{stream}”整个被删，流水记载曾有 {told} 条；请从备份找回。",
        $"{stream} was deleted whole; its feed tells of {told} events. Recover it from a backup.");

    public static Finding Rechained(string stream, long seq) => new(
        FindingKind.Rechained, stream, seq,
        $"“{stream}”自第 {seq} 条起被改写并重新计算了摘要链，与当时的流水不符；请用备份核对。",
        $"{stream} was re-chained from event {seq} on: its chain fits itself and not what was told when it was written. Compare it with a backup.");

    public static Finding RechainedUnderSeal(int shard, long seal, long after, long to) => new(
        FindingKind.Rechained, null, null,
        $"第 {shard} 分区流水 {after + 1} 至 {to} 与第 {seal} 号封存不符，链与流水被一并改写；请用备份核对。",
        $"The feed of shard {shard} from {after + 1} to {to} is not what seal {seal} saw: chain and feed were rewritten together. Compare them with a backup.");

    public static Finding RolledBack(long found, long remembered) => new(
        FindingKind.RolledBack, null, null,
        $"库内最新封存为第 {found} 号，库外留存的是第 {remembered} 号：这是一份旧副本；请换回最新的数据。",
        $"The newest seal in the store is {found}, outside it {remembered} is remembered: this is an old copy. Put the newest data back.");

    public static Finding FeedDamaged(int shard, long position) => new(
        FindingKind.FeedDamaged, null, null,
        $"第 {shard} 分区流水第 {position} 条缺失或被改动；记录本身仍可核对，流水请从备份找回。",
        $"Entry {position} of the feed of shard {shard} is missing or was changed. The events themselves can still be checked; recover the feed from a backup.");

    public static Finding FeedSilent(string stream, long seq) => new(
        FindingKind.FeedDamaged, stream, seq,
        $"“{stream}”第 {seq} 条起的记录在流水中没有记载：流水被删或记录是私自加入的；请用备份核对。",
        $"The feed does not tell of event {seq} of {stream} and what follows: the feed was cut, or the events were slipped in. Compare with a backup.");

    public static Finding SealDamaged(long number) => new(
        FindingKind.SealDamaged, null, null,
        $"第 {number} 号封存缺失或无法读取；请从备份找回。",
        $"Seal {number} is missing or cannot be read. Recover it from a backup.");

    public static Finding SealForged(long number) => new(
        FindingKind.SealForged, null, null,
        $"第 {number} 号封存不是用本库的密钥签的，内容不可信；请核对密钥，再用备份核对。",
        $"Seal {number} was not signed with this store's key and proves nothing. Check the key, then compare with a backup.");

    public static Finding EvidenceMissing(string stream, long seq) => new(
        FindingKind.EvidenceMissing, stream, seq,
        $"“{stream}”登记的佐证文件不在存储中；请从备份找回，或请上传人重新上传同一文件。",
        $"The file of {stream} is not in the store. Recover it from a backup, or ask who brought it to upload it again.");

    public static Finding EvidenceChanged(string stream, long seq) => new(
        FindingKind.EvidenceChanged, stream, seq,
        $"“{stream}”的佐证文件内容与其哈希不符，已被改动或损坏；请从备份找回。",
        $"The file of {stream} does not have its hash: it was changed or damaged. Recover it from a backup.");

    public static Finding EvidenceNotErased(string stream, long seq) => new(
        FindingKind.EvidenceNotErased, stream, seq,
        $"“{stream}”的佐证文件已依法删除，但存储中仍有内容；请稍后再校验，仍有则重新执行删除。",
        $"The file of {stream} was removed by law and its bytes are still there. Verify again shortly; if they stay, remove it once more.");
}
