namespace Supervision.Silo.Hosting;

/// <summary>Keeps clock and followers back while a store is being filled with what happened before. Open unless somebody closes it.</summary>
/// <remarks>Else a follower would do now what the rest of the load brings as done.</remarks>
internal sealed class StoreGate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;

    /// <summary>Before the host starts.</summary>
    public void Close() => _isClosed = true;

    public void Open() => _opened.TrySetResult();

    public Task PassAsync(CancellationToken cancellation) => _isClosed ? _opened.Task.WaitAsync(cancellation) : Task.CompletedTask;
}
