using System.Collections.Concurrent;

namespace Supervision.SystemTests.Faults;

/// <summary>What the test sent and what was acknowledged to it: kept here, in a process that nobody kills.</summary>
internal sealed class CommandLog
{
    private readonly ConcurrentDictionary<(string Stream, string Key), long?> _commands = new();
    private int _outstanding;
    private int _acknowledged;

    /// <summary>Sent and not yet answered, now.</summary>
    public int Outstanding => Volatile.Read(ref _outstanding);

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Every command that was sent, with the version that was acknowledged, or null.</summary>
    public IReadOnlyDictionary<(string Stream, string Key), long?> Commands => _commands;

    /// <returns>To be disposed when the answer is there, or will never be.</returns>
    public IDisposable Send(string stream, string key)
    {
        _commands.TryAdd((stream, key), null);
        Interlocked.Increment(ref _outstanding);
        return new Sent(this);
    }

    public void Acknowledge(string stream, string key, long version)
    {
        _commands[(stream, key)] = version;
        Interlocked.Increment(ref _acknowledged);
    }

    private sealed class Sent(CommandLog log) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref log._outstanding);
    }
}
