using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace Supervision.Silo.Ledger;

/// <summary>An append as the keys and arguments of <see cref="RedisScripts.Append"/>.</summary>
internal static class RedisAppend
{
    public static RedisKey[] Keys(RedisKeys keys, int shard, Append append) =>
    [
        keys.Events(shard, append.Stream), keys.Snapshot(shard, append.Stream),
        keys.Answer(shard, append.Stream, append.Account, append.CommandKey),
        keys.Feed(shard), keys.Times(shard), keys.Dues(shard), keys.Streams(shard),
    ];

    public static RedisValue[] Arguments(RedisKeys keys, int shard, Append append)
    {
        var arguments = new List<RedisValue>(16 + append.Events.Count)
        {
            append.ExpectedSeq, append.Stream, keys.Moved.ToString(), shard,
            $"\n{append.ExpectedSeq + 1}\n{append.LastSeq}\n{append.Events[^1].Hash}\n{append.Stream}",
            append.BodyHash, append.RecordedAt.UtcTicks, append.Answer, (long)ILedger.AnswerRetention.TotalSeconds,
            append.Events.Count,
        };

        foreach (var recorded in append.Events) arguments.Add(Line(recorded));

        if (append.Snapshot is { } snapshot)
            arguments.AddRange([1, snapshot.Seq, snapshot.Hash, snapshot.RecordedAt.UtcTicks, snapshot.State]);
        else arguments.Add(0);

        arguments.Add(append.DuesCompleted.Count);
        foreach (var key in append.DuesCompleted) arguments.Add(Due(append.Stream, key));

        arguments.Add(append.DuesSet.Count);
        foreach (var due in append.DuesSet)
            arguments.AddRange([Due(append.Stream, due.Key), due.At.ToUnixTimeMilliseconds(), DueValue(due)]);

        return [.. arguments];
    }

    /// <summary>The member of a due time in the sorted set and the hash.</summary>
    public static string Due(string stream, string key) => $"{stream}\n{key}";

    public static string DueValue(DueTime due) => $"{due.At.UtcTicks}\n{due.Rule}";

    public static DueEntry? ReadDue(RedisValue member, RedisValue value)
    {
        if (value.IsNull) return null; // Completed between the two reads.

        var (name, rest) = (member.ToString().Split('\n'), value.ToString());
        var lineFeed = rest.IndexOf('\n', StringComparison.Ordinal);
        return new DueEntry(name[0], name[1], Instant(rest[..lineFeed]), rest[(lineFeed + 1)..]);
    }

    public static RecordedEvent ReadLine(long seq, RedisValue line)
    {
        var bytes = (ReadOnlyMemory<byte>)line;
        var lineFeed = bytes.Span.IndexOf((byte)'\n');
        return lineFeed < 0
            ? new RecordedEvent(seq, bytes, "")
            : new RecordedEvent(seq, bytes[(lineFeed + 1)..], Encoding.UTF8.GetString(bytes.Span[..lineFeed]));
    }

    // A damaged line is given as far as it can be read: the verifier reports it, a follower stops at it.
    public static FeedEntry ReadEntry(int shard, RedisValue line)
    {
        var parts = line.ToString().Split('\n', 5);
        return parts is [var position, var from, var to, var hash, var stream]
            ? new FeedEntry(shard, Number(position), stream, Number(from), Number(to), hash)
            : new FeedEntry(shard, 0, "", 0, 0, "");
    }

    public static (KeptAnswer Answer, DateTimeOffset RecordedAt) ReadAnswer(int shard, RedisValue value)
    {
        var parts = value.ToString().Split('\n', 4);
        return (new KeptAnswer(parts[0], parts[3], new(shard, Number(parts[1]))), Instant(parts[2]));
    }

    public static DateTimeOffset Instant(string ticks) => new(Number(ticks), TimeSpan.Zero);

    private static RedisValue Line(RecordedEvent recorded)
    {
        var line = new byte[recorded.Hash.Length + 1 + recorded.Body.Length];
        var length = Encoding.ASCII.GetBytes(recorded.Hash, line);
        line[length] = (byte)'\n';
        recorded.Body.Span.CopyTo(line.AsSpan(length + 1));
        return line;
    }

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
