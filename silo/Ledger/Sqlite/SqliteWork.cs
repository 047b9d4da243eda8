using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>A member of a batch: it is applied inside the transaction, and answered when that is on the disk.</summary>
internal abstract class SqliteWork
{
    /// <summary>Anything thrown from here fails the whole batch.</summary>
    public abstract void Apply(SqliteTables tables);

    public abstract void Committed();

    public abstract void Failed(Exception reason);
}

/// <param name="apply">May refuse with a <see cref="LedgerConflictException"/> before it has written anything; its neighbours go on.</param>
internal sealed class SqliteWork<T>(Func<SqliteTables, T> apply) : SqliteWork
{
    // The continuations are grains and gateways: they must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LedgerConflictException? _conflict;
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override void Apply(SqliteTables tables)
    {
        try
        {
            _result = apply(tables);
        }
        catch (LedgerConflictException conflict)
        {
            _conflict = conflict;
        }
    }

    public override void Committed()
    {
        if (_conflict is null) _answer.SetResult(_result!);
        else _answer.SetException(_conflict);
    }

    public override void Failed(Exception reason) => _answer.SetException(reason);
}
