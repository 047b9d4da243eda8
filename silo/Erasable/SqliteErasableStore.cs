using Microsoft.Data.Sqlite;
using Supervision.Language;

namespace Supervision.Silo.Erasable;

/// <summary>A file of its own beside the ledger, so that a backup of the ledger does not carry what may be erased.</summary>
/// <remarks>
/// <c>secure_delete</c> overwrites what is removed. There is no write-ahead log here: an old page would lie in it after
/// the value was erased. The blocks of a deleted journal are the business of the disk's encryption.
/// </remarks>
internal sealed class SqliteErasableStore : IErasableStore
{
    public const string Name = "erasable.db";

    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);

    private SqliteErasableStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the store of a folder, and makes it when there is none.</summary>
    public static SqliteErasableStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, Name), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = DELETE;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
            """;
        command.ExecuteNonQuery();
        return new SqliteErasableStore(connection);
    }

    public Task<byte[]?> FindAsync(string key) =>
        RunAsync("SELECT value FROM kept WHERE key = $key", key, null, command => command.ExecuteScalar() as byte[]);

    public Task PutAsync(string key, byte[] value)
    {
        IErasableStore.Check(key, value);
        return RunAsync(
            "INSERT INTO kept VALUES ($key, $value) ON CONFLICT DO UPDATE SET value = $value", key, value, command => command.ExecuteNonQuery());
    }

    public Task EraseAsync(string key) =>
        RunAsync("DELETE FROM kept WHERE key = $key", key, null, command => command.ExecuteNonQuery());

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await _connection.DisposeAsync();
    }

    private async Task<T> RunAsync<T>(string sql, string key, byte[]? value, Func<SqliteCommand, T> run)
    {
        await _turn.WaitAsync();
        try
        {
            await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this file.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("$key", key);
            if (value is not null) command.Parameters.AddWithValue("$value", value);
            return run(command);
        }
        catch (SqliteException e)
        {
            throw new LedgerUnavailableException($"The erasable store cannot be used: {e.Message}", e);
        }
        finally
        {
            _turn.Release();
        }
    }
}
