namespace Supervision.Silo.Ledger;

/// <summary>An event as it lies in the store.</summary>
/// <param name="Seq">Its place in the stream, from 1.</param>
/// <param name="Body">UTF-8 JSON of an <see cref="Envelope"/>; the bytes are for ever.</param>
/// <param name="Hash">See <see cref="Chain"/>.</param>
internal sealed record RecordedEvent(long Seq, ReadOnlyMemory<byte> Body, string Hash);

/// <summary>A state as of <paramref name="Seq"/>, so that an activation reads the tail alone. Can be made again from the events.</summary>
/// <param name="Hash">The hash of event <paramref name="Seq"/>.</param>
/// <param name="RecordedAt">When that event was recorded; the next is not recorded before.</param>
internal sealed record Snapshot(long Seq, string Hash, DateTimeOffset RecordedAt, ReadOnlyMemory<byte> State);

/// <summary>What an activation reads: the newest snapshot, if any, and every event after it.</summary>
internal sealed record Loaded(Snapshot? Snapshot, IReadOnlyList<RecordedEvent> Tail);
