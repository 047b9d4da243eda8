using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Supervision.Language;

namespace Supervision.Silo.Ledger;

/// <summary>The one writer of a ledger file: what arrives while the disk is busy shares the next transaction and its one flush.</summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Members of one transaction; bounds the time that the first of them waits for the last.</summary>
    public const int BatchMax = 512;

    /// <summary>How long a batch waits to become as big as the one before; a fraction of what a flush takes.</summary>
    public static readonly TimeSpan GatherMax = TimeSpan.FromMicroseconds(200);

    /// <summary>More than this waiting means the disk has stalled; to refuse is kinder than to queue.</summary>
    public const int WaitingMax = 100_000;

    private readonly BlockingCollection<SqliteWork> _waiting = new(WaitingMax);
    private readonly SqliteConnection _connection;
    private readonly SqliteTables _tables;
    private readonly SqliteStatement _begin, _commit, _rollback;
    private readonly FeedSignals _signals;
    private readonly Thread _thread;
    private LedgerUnavailableException? _broken;

    public SqliteWriter(string folder, int shards, FeedSignals signals)
    {
        _connection = SqliteFile.OpenToWrite(folder);
        _tables = new SqliteTables(_connection, shards);
        _tables.Reload();
        _signals = signals;
        Announce(shards);

        _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(_connection, "COMMIT");
        _rollback = new SqliteStatement(_connection, "ROLLBACK");
        _thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "ledger-writer" };
        _thread.Start();
    }

    /// <summary>Returns when the work is on the disk.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteTables, T> apply)
    {
        var work = new SqliteWork<T>(apply);
        try
        {
            if (_waiting.TryAdd(work)) return work.Answer;
        }
        catch (InvalidOperationException e)
        {
            throw new LedgerUnavailableException("The ledger is being closed; nothing was written. Try again later.", e);
        }

        throw new LedgerUnavailableException($"{WaitingMax} writes are waiting already; nothing was written. Try again later.");
    }

    /// <summary>Takes nothing more, writes what waits, closes the file.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        foreach (var statement in (SqliteStatement[])[_begin, _commit, _rollback]) statement.Dispose();
        _tables.Dispose(); // Closes the connection too.
        _waiting.Dispose();
    }

    private void WriteUntilClosed()
    {
        var (batch, before) = (new List<SqliteWork>(BatchMax), 0);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            Gather(batch, before);
            Write(batch);
            before = batch.Count;
            batch.Clear();
        }
    }

    // Those who were just answered are about to write again. Going off with the first of them alone would cost all the
    // others a whole flush, so we give way for a moment while fewer are here than last time. Alone, nobody waits.
    private void Gather(List<SqliteWork> batch, int before)
    {
        var began = Stopwatch.GetTimestamp();
        while (batch.Count < BatchMax)
        {
            if (_waiting.TryTake(out var next)) batch.Add(next);
            else if (batch.Count >= before || Stopwatch.GetElapsedTime(began) > GatherMax) return;
            else Thread.Yield();
        }
    }

    private void Write(List<SqliteWork> batch)
    {
        try
        {
            if (_broken is not null) throw _broken;

            _begin.Run();
            foreach (var work in batch) work.Apply(_tables);
            _commit.Run();
        }
#pragma warning disable CA1031 // Whatever it is, every member must hear of it, and the thread must live to tell the next.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Abandon(batch, e);
            return;
        }

        // Only now: an answer before COMMIT returned could be an answer to something that never was.
        Announce(_signals.Shards);
        foreach (var work in batch) work.Committed();
    }

    private void Abandon(List<SqliteWork> batch, Exception reason)
    {
        var told = reason as LedgerUnavailableException
            ?? new LedgerUnavailableException($"The ledger could not write a batch of {batch.Count}: {reason.Message}", reason);
        try
        {
            if (!_connection.Handle!.IsInvalid && raw.sqlite3_get_autocommit(_connection.Handle) == 0) _rollback.Run();
            _tables.Reload();
            if (IsBeyondTrust(reason)) _broken = told;
        }
        catch (SqliteException)
        {
            _broken = told;
        }

        foreach (var work in batch) work.Failed(told);
    }

    // After a failed flush the system may report the next as good although pages were lost: only a restart reads the truth.
    private static bool IsBeyondTrust(Exception reason) =>
        reason is SqliteException e
        && (e.SqliteErrorCode & 0xff) is raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    private void Announce(int shards)
    {
        for (var shard = 0; shard < shards; shard++) _signals.Advance(shard, _tables.End(shard));
    }
}
