using System.Collections.Concurrent;
using Supervision.Silo.Ledger;
using Supervision.Tests.Ledger;

namespace Supervision.Bench;

/// <summary>Keeps what the actors ask of the ledger, as long as somebody wants to know.</summary>
internal sealed class WatchedLedger(ILedger below) : LedgerAround(below)
{
    /// <summary>Every call in order, when set; appends whole.</summary>
    public ConcurrentQueue<object>? Calls { get; set; }

    public override Task<AppendResult> AppendAsync(Append append)
    {
        Calls?.Enqueue(append);
        return base.AppendAsync(append);
    }

    public override Task<Loaded> LoadAsync(string stream, CancellationToken cancellation)
    {
        Calls?.Enqueue($"load {stream}");
        return base.LoadAsync(stream, cancellation);
    }

    public override Task<KeptAnswer?> FindAnswerAsync(string stream, string account, string key)
    {
        Calls?.Enqueue($"find answer {stream} {account} {key}");
        return base.FindAnswerAsync(stream, account, key);
    }

    public override Task CompleteDueAsync(string stream, string key)
    {
        Calls?.Enqueue($"complete due {stream} {key}");
        return base.CompleteDueAsync(stream, key);
    }
}
