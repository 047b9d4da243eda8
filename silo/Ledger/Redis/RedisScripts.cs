namespace Supervision.Silo.Ledger;

/// <summary>What must happen at once runs inside Redis as one script.</summary>
internal static class RedisScripts
{
    /// <summary>The whole of one append. Looks before it writes, so that a refusal writes nothing.</summary>
    /// <remarks>KEYS: events, snapshot, answer, feed, times, dues, streams. ARGV: see <see cref="RedisAppend"/>.</remarks>
    public const string Append = """
        local kept = redis.call('GET', KEYS[3])
        if kept then return {'repeated', kept} end
        local seq = redis.call('LLEN', KEYS[1])
        if seq ~= tonumber(ARGV[1]) then return {'conflict', seq} end

        local stream, channel, shard, entry = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
        local bodyHash, recordedAt, answer, keepSeconds = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
        local at = 10
        local function take() at = at + 1 return ARGV[at - 1] end

        local events = tonumber(take())
        redis.call('RPUSH', KEYS[1], unpack(ARGV, at, at + events - 1))
        at = at + events
        if seq == 0 then redis.call('SADD', KEYS[7], stream) end
        if take() == '1' then
            redis.call('HSET', KEYS[2], 'seq', take(), 'hash', take(), 'recorded', take(), 'state', take())
        end

        local position = string.format('%.0f', redis.call('LLEN', KEYS[4]) + 1)
        redis.call('RPUSH', KEYS[4], position .. entry)
        redis.call('SET', KEYS[3], bodyHash .. '\n' .. position .. '\n' .. recordedAt .. '\n' .. answer, 'EX', keepSeconds)

        for _ = 1, tonumber(take()) do
            local due = take()
            redis.call('ZREM', KEYS[5], due)
            redis.call('HDEL', KEYS[6], due)
        end
        for _ = 1, tonumber(take()) do
            local due = take()
            redis.call('ZADD', KEYS[5], take(), due)
            redis.call('HSET', KEYS[6], due, take())
        end

        redis.call('PUBLISH', channel, shard .. '\n' .. position)
        return {'appended', position}
        """;

    /// <summary>KEYS: snapshot, events.</summary>
    public const string Load = """
        local snapshot = redis.call('HMGET', KEYS[1], 'seq', 'hash', 'recorded', 'state')
        return {snapshot, redis.call('LRANGE', KEYS[2], snapshot[1] or 0, -1)}
        """;

    /// <summary>KEYS: times, dues.</summary>
    public const string CompleteDue = """
        redis.call('ZREM', KEYS[1], ARGV[1])
        redis.call('HDEL', KEYS[2], ARGV[1])
        """;

    /// <summary>KEYS: times, dues.</summary>
    public const string SetDue = """
        redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
        redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
        """;

    /// <summary>KEYS: seals. Returns the newest number before; unchanged when the seal does not follow it.</summary>
    public const string AppendSeal = """
        local last = redis.call('LLEN', KEYS[1])
        if last + 1 == tonumber(ARGV[1]) then redis.call('RPUSH', KEYS[1], ARGV[2]) end
        return last
        """;
}
