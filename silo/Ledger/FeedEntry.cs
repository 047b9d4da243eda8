namespace Supervision.Silo.Ledger;

/// <summary>One append, as the feed of its shard tells it.</summary>
/// <param name="Position">From 1 without gaps within the shard.</param>
/// <param name="Hash">The hash of event <paramref name="ToSeq"/>.</param>
internal sealed record FeedEntry(int Shard, long Position, string Stream, long FromSeq, long ToSeq, string Hash);

/// <summary>How far a follower has come in a shard.</summary>
internal sealed record FollowerCursor(string Follower, int Shard, long Position);

/// <summary>An entry that a follower could not work off for one target; it waits for a person, the rest goes on.</summary>
internal sealed record ParkedEntry(string Follower, int Shard, long Position, string Target, string Reason);
