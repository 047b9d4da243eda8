namespace Supervision.SystemTests.Faults.Hosts;

/// <summary>A business clock that begins where the test says and can be put forward; timers run by the machine's own.</summary>
internal sealed class HostClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();
    private long _ahead;

    public override DateTimeOffset GetUtcNow() =>
        (start + System.GetElapsedTime(_began)).ToUniversalTime().AddTicks(Interlocked.Read(ref _ahead));

    public void GoTo(DateTimeOffset instant) => Interlocked.Add(ref _ahead, Math.Max(0, (instant - GetUtcNow()).Ticks));
}
