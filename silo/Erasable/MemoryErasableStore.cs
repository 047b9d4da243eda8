using System.Collections.Concurrent;

namespace Supervision.Silo.Erasable;

/// <summary>For tests and simulation.</summary>
internal sealed class MemoryErasableStore : IErasableStore
{
    private readonly ConcurrentDictionary<string, byte[]> _values = new(StringComparer.Ordinal);

    public Task<byte[]?> FindAsync(string key) => Task.FromResult(_values.TryGetValue(key, out var value) ? [.. value] : (byte[]?)null);

    public Task PutAsync(string key, byte[] value)
    {
        IErasableStore.Check(key, value);
        _values[key] = [.. value];
        return Task.CompletedTask;
    }

    public Task EraseAsync(string key)
    {
        _values.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
