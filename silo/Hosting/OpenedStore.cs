using Supervision.Silo.Erasable;
using Supervision.Silo.Ledger;

namespace Supervision.Silo.Hosting;

/// <summary>A store that this process holds: the ledger and what may be erased beside it.</summary>
internal sealed record OpenedStore(ILedger Ledger, IErasableStore Erasable) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        if (Erasable is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
