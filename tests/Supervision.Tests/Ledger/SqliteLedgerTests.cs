using Supervision.Silo.Ledger;

namespace Supervision.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<ILedger> MakeAsync() =>
        Task.FromResult<ILedger>(SqliteLedger.Create(_folder.Path, Sample.Store()));

    private protected override Task CleanAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteFeedTests : FeedContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override Task<ILedger> MakeAsync() =>
        Task.FromResult<ILedger>(SqliteLedger.Create(_folder.Path, Sample.Store()));

    private protected override Task CleanAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
