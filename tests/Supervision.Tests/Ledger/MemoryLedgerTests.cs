using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

public sealed class MemoryLedgerTests : LedgerContract
{
    private protected override Task<ILedger> MakeAsync() => Task.FromResult<ILedger>(new MemoryLedger(Sample.Store()));
}

public sealed class MemoryFeedTests : FeedContract
{
    private protected override Task<ILedger> MakeAsync() => Task.FromResult<ILedger>(new MemoryLedger(Sample.Store()));
}
