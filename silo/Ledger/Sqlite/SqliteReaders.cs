using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>A few connections that read beside the writer. A read sees every append that was answered before it began.</summary>
internal sealed class SqliteReaders(string folder) : IDisposable
{
    public const int ConnectionsMax = 4;

    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly SemaphoreSlim _free = new(ConnectionsMax);
    private volatile bool _closed;

    // The work itself is short and not awaited: pages are nearly always in memory.
    public async Task<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellation = default)
    {
        await _free.WaitAsync(cancellation);
        SqliteReader? reader = null;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            reader = _idle.TryTake(out var idle) ? idle : new SqliteReader(SqliteFile.OpenToRead(folder));
            return read(reader);
        }
        catch (SqliteException e)
        {
            throw new LedgerUnavailableException($"The ledger file cannot be read: {e.Message}", e);
        }
        finally
        {
            GiveBack(reader);
            _free.Release();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }

    private void GiveBack(SqliteReader? reader)
    {
        if (reader is null) return;

        if (_closed) reader.Dispose();
        else _idle.Add(reader);
    }
}
