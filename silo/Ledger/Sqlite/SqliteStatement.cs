using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Supervision.Silo.Ledger;

/// <summary>One prepared statement, used again and again by one thread at a time.</summary>
/// <remarks>
/// It goes below SqliteCommand, whose parameters and readers cost several times what the statement itself does;
/// the write path runs three or more of them an append.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(_db, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _db);
    }

    public SqliteStatement With(int place, long value)
    {
        raw.sqlite3_bind_int64(_statement, place, value);
        return this;
    }

    public SqliteStatement With(int place, string value)
    {
        raw.sqlite3_bind_text(_statement, place, value);
        return this;
    }

    public SqliteStatement With(int place, ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(_statement, place, value);
        return this;
    }

    /// <summary>True on a row, false at the end; the statement is ready for its next use after the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;

        Reset();
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, _db);
        return false;
    }

    /// <summary>Runs to the end; returns how many rows changed.</summary>
    public int Run()
    {
        while (Step()) { }
        return raw.sqlite3_changes(_db);
    }

    /// <summary>The first row made into something, or the default without one.</summary>
    public T? First<T>(Func<SqliteStatement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Every row made into something.</summary>
    public List<T> All<T>(Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(read(this));
        }
        finally
        {
            Reset();
        }

        return rows;
    }

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public DateTimeOffset Instant(int column) => new(Integer(column), TimeSpan.Zero);

    public void Dispose() => _statement.Dispose();

    private void Reset() => raw.sqlite3_reset(_statement);
}
