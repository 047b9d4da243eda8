using System.Collections.Concurrent;

namespace Supervision.Silo.Erasable;

/// <summary>For tests and simulation.</summary>
internal sealed class MemoryErasableStore : IErasableStore
{
    private readonly ConcurrentDictionary<string, byte[]> _values = new();

    public Task<byte[]?> FindAsync(string key) => Task.FromResult(_values.GetValueOrDefault(key));

    public Task PutAsync(string key, byte[] value)
    {
        _values[key] = value;
        return Task.CompletedTask;
    }

    public Task EraseAsync(string key)
    {
        _values.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
