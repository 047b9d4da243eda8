using StackExchange.Redis;

namespace Supervision.Silo.Ledger;

/// <summary>Every key of a ledger in Redis, and what lies there.</summary>
/// <remarks>
/// What stands in braces decides the slot in a Redis Cluster: a shard is together, the shards spread.
/// <list type="table">
/// <item><term><c>{p}:store</c></term><description>hash: what the store is</description></item>
/// <item><term><c>{p}:seals</c></term><description>list: seals as JSON; the n-th has number n</description></item>
/// <item><term><c>{p:7}:events:STREAM</c></term><description>list: hash LF body; the n-th has seq n</description></item>
/// <item><term><c>{p:7}:snapshot:STREAM</c></term><description>hash: seq, hash, recorded (ticks), state</description></item>
/// <item><term><c>{p:7}:answer:ACCOUNT LF KEY LF STREAM</c></term><description>string, expires: body hash LF position LF recorded (ticks) LF answer</description></item>
/// <item><term><c>{p:7}:streams</c></term><description>set: the streams of the shard</description></item>
/// <item><term><c>{p:7}:feed</c></term><description>list: position LF from LF to LF hash LF stream</description></item>
/// <item><term><c>{p:7}:times</c></term><description>sorted set: milliseconds since 1970 → STREAM LF KEY</description></item>
/// <item><term><c>{p:7}:dues</c></term><description>hash: STREAM LF KEY → instant (ticks) LF rule</description></item>
/// <item><term><c>{p:7}:cursors</c></term><description>hash: follower → position</description></item>
/// <item><term><c>{p:7}:parked</c></term><description>hash: FOLLOWER LF POSITION LF TARGET → reason</description></item>
/// </list>
/// Channel <c>p:moved</c>: shard LF position after each append.
/// </remarks>
internal sealed class RedisKeys(string prefix, int shards)
{
    private readonly string[] _tags = [.. Enumerable.Range(0, shards).Select(shard => $"{{{prefix}:{shard}}}:")];

    public RedisKey Store { get; } = $"{{{prefix}}}:store";

    public RedisKey Seals { get; } = $"{{{prefix}}}:seals";

    public RedisChannel Moved { get; } = RedisChannel.Literal($"{prefix}:moved");

    public string AnswersPattern { get; } = $"{{{prefix}:*}}:answer:*";

    public RedisKey Events(int shard, string stream) => _tags[shard] + "events:" + stream;

    public RedisKey Snapshot(int shard, string stream) => _tags[shard] + "snapshot:" + stream;

    public RedisKey Answer(int shard, string stream, string account, string key) => $"{_tags[shard]}answer:{account}\n{key}\n{stream}";

    public RedisKey Streams(int shard) => _tags[shard] + "streams";

    public RedisKey Feed(int shard) => _tags[shard] + "feed";

    public RedisKey Times(int shard) => _tags[shard] + "times";

    public RedisKey Dues(int shard) => _tags[shard] + "dues";

    public RedisKey Cursors(int shard) => _tags[shard] + "cursors";

    public RedisKey Parked(int shard) => _tags[shard] + "parked";
}
