namespace Supervision.Silo.Ledger;

/// <summary>Knows how far each feed has come in this process, and wakes those who wait for more.</summary>
internal sealed class FeedSignals(int shards) : IDisposable
{
    private readonly Shard[] _shards = [.. Enumerable.Range(0, shards).Select(_ => new Shard())];
    private readonly CancellationTokenSource _closed = new();

    public int Shards => _shards.Length;

    public long End(int shard)
    {
        lock (_shards[shard]) return _shards[shard].End;
    }

    /// <summary>Called when the entries are durable. An older end than the known one changes nothing.</summary>
    public void Advance(int shard, long end)
    {
        TaskCompletionSource moved;
        var it = _shards[shard];
        lock (it)
        {
            if (end <= it.End) return;

            it.End = end;
            (moved, it.Moved) = (it.Moved, NewSource());
        }

        moved.SetResult();
    }

    /// <exception cref="OperationCanceledException">The caller gave up, or the ledger was closed.</exception>
    public async Task WaitAsync(int shard, long after, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closed.Token);
        while (true)
        {
            Task moved;
            lock (_shards[shard])
            {
                if (_shards[shard].End > after) return;

                moved = _shards[shard].Moved.Task;
            }

            await moved.WaitAsync(either.Token);
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Shard
    {
        public long End { get; set; }

        public TaskCompletionSource Moved { get; set; } = NewSource();
    }
}
