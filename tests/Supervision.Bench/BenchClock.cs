namespace Supervision.Bench;

/// <summary>A business clock that goes on from an office morning and can be put forward. Timers run by the machine's own.</summary>
internal sealed class BenchClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => (start + _ahead + System.GetElapsedTime(_began)).ToUniversalTime();

    public void GoTo(DateTimeOffset instant) => _ahead += instant - GetUtcNow();
}
