using Supervision.Language;

namespace Supervision.Api.Registers;

/// <summary>Where the registers stand in every shard, for queries that wait for a position. Noted after the commit.</summary>
internal sealed class RegisterPositions(TimeProvider time)
{
    private readonly Lock _lock = new();
    private Shard[] _shards = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Entries known and not applied, over all shards; null while some shard was not read to an end.</summary>
    public long? Behind
    {
        get
        {
            lock (_lock)
            {
                return _shards.Length == 0 || _shards.Any(shard => shard.End is null)
                    ? null
                    : _shards.Sum(shard => Math.Max(0, shard.End!.Value - shard.Position));
            }
        }
    }

    /// <summary>As <see cref="Behind"/>, counting only what is known so far, with the shards that were not heard of.</summary>
    public (long Entries, int ShardsUnheard, int Shards) Lag
    {
        get
        {
            lock (_lock)
            {
                return (_shards.Sum(shard => Math.Max(0, (shard.End ?? 0) - shard.Position)),
                    _shards.Count(shard => shard.End is null), _shards.Length);
            }
        }
    }

    /// <summary>Ends when the registers were next heard of.</summary>
    public Task Moved
    {
        get
        {
            lock (_lock)
                return _moved.Task;
        }
    }

    public void Reset(IReadOnlyList<long> positions)
    {
        lock (_lock)
            _shards = [.. positions.Select(position => new Shard(position, null))];
    }

    public void Note(int shard, long position, long end)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            _shards[shard] = new Shard(position, Math.Max(end, position));
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.SetResult();
    }

    /// <summary>Waits until the registers have seen a position; false when they have not in this time.</summary>
    public async Task<bool> WaitAsync(FeedPosition seen, TimeSpan wait, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            Task moved;
            lock (_lock)
            {
                if (seen.Shard < _shards.Length && _shards[seen.Shard].Position >= seen.Position)
                    return true;
                moved = _moved.Task;
            }

            var left = wait - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
                return false;
            try
            {
                await moved.WaitAsync(left, time, cancellation);
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
    }

    /// <param name="End">The newest position the shard is known to have; null before it was first heard of.</param>
    private readonly record struct Shard(long Position, long? End);
}
