using Supervision.Silo.Ledger;

namespace Supervision.Silo.Actors;

/// <summary>Where a stream stands: its newest event.</summary>
internal readonly record struct Head(long Seq, string Hash, DateTimeOffset RecordedAt)
{
    public static Head Empty { get; } = new(0, Chain.Start, DateTimeOffset.MinValue);
}
