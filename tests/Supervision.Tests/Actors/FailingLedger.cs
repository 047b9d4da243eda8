using Supervision.Language;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.Tests.Actors;

/// <summary>A ledger that does what the test says once, and otherwise what the ledger below does.</summary>
internal sealed class FailingLedger(ILedger below) : LedgerAround(below)
{
    /// <summary>Runs before the next append of a stream, and is then forgotten.</summary>
    public Func<Append, Task>? BeforeNextAppend { get; set; }

    /// <summary>Runs after the next append is durable, before its answer.</summary>
    public Func<Append, Task>? AfterNextAppend { get; set; }

    /// <summary>Every append to this stream fails while it is named here.</summary>
    public string? Poisoned { get; set; }

    /// <summary>Nothing reaches the ledger any more, nor a cursor or a parked entry: the process is dead.</summary>
    public bool IsBroken { get; set; }

    public override Task MoveCursorAsync(string follower, int shard, long position) =>
        IsBroken ? throw Dead() : base.MoveCursorAsync(follower, shard, position);

    public override Task ParkAsync(string follower, int shard, long position, string target, string reason) =>
        IsBroken ? throw Dead() : base.ParkAsync(follower, shard, position, target, reason);

    public override async Task<AppendResult> AppendAsync(Append append)
    {
        if (IsBroken) throw Dead();
        if (append.Stream == Poisoned) throw new InvalidOperationException("poison");
        if (BeforeNextAppend is { } before)
        {
            BeforeNextAppend = null;
            await before(append);
        }

        var result = await base.AppendAsync(append);
        if (AfterNextAppend is { } after)
        {
            AfterNextAppend = null;
            await after(append);
        }

        return result;
    }

    private static LedgerUnavailableException Dead() => new("the process is dead");
}
