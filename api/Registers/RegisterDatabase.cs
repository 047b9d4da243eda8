using Microsoft.Data.Sqlite;
using Supervision.Api.Notices;

namespace Supervision.Api.Registers;

/// <summary>The file of the registers. Whoever reads finds tables in it from the start, empty or not.</summary>
internal sealed class RegisterDatabase : IDisposable
{
    private static readonly int Corrupt = 11;
    private static readonly int NoDatabase = 26;

    private readonly FileStream _claim;
    private readonly string _readOnly;

    public RegisterDatabase(RegisterSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        _claim = Claim(settings.Folder);
        var path = Path.Combine(settings.Folder, "registers.db");
        _readOnly = $"Data Source={path};Mode=ReadOnly";
        Writer = OpenOrReplace(path);
    }

    /// <summary>The one connection that writes; used by the writer alone.</summary>
    public SqliteConnection Writer { get; }

    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_readOnly);
        connection.Open();
        // Pages are read where the system keeps them anyway, and not copied for each reader.
        Execute(connection, "PRAGMA mmap_size = 8000000000");
        return connection;
    }

    /// <summary>Drops every row and begins anew for a store. Readers see the old rows or none, never half.</summary>
    public void Reset(string store) => Reset(Writer, store);

    /// <summary>Whether the rows are of today's shape and of this store.</summary>
    public bool Fits(string store)
    {
        using var command = Writer.CreateCommand();
        command.CommandText = "SELECT shape, store FROM meta";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetString(0) == RegisterSchema.Shape && reader.GetString(1) == store;
    }

    public void Dispose()
    {
        Writer.Dispose();
        using (var reader = new SqliteConnection(_readOnly))
            SqliteConnection.ClearPool(reader);
        _claim.Dispose();
    }

    // Two gateways in one file would apply every fact twice.
    private static FileStream Claim(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "registers.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidOperationException(
                $"The folder of the registers, {folder}, is in use by another gateway; give each gateway its own.", busy);
        }
    }

    // The rows can be had again from the feeds, so a damaged file is no loss.
    private static SqliteConnection OpenOrReplace(string path)
    {
        try
        {
            return Open(path);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode == Corrupt || damaged.SqliteErrorCode == NoDatabase)
        {
            foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" })
                File.Delete(file);
            return Open(path);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        try
        {
            connection.Open();
            // Not FULL: after a power cut some newest transactions may be gone, with their positions.
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;");
            if (!HasTables(connection))
                Reset(connection, store: "");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Reset(SqliteConnection connection, string store)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in TablesOf(connection))
            Execute(connection, $"DROP TABLE IF EXISTS \"{table}\"");
        Execute(connection, RegisterSchema.Tables);
        Execute(connection, EvidenceRows.Tables);
        Execute(connection, NoticeSchema.Tables);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO meta (shape, store) VALUES ($shape, $store)";
        command.Parameters.AddWithValue("$shape", RegisterSchema.Shape);
        command.Parameters.AddWithValue("$store", store);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    // Queries may come before the first contact with the store, so that the tables have to be today's at once.
    private static bool HasTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'meta'";
        if ((long)command.ExecuteScalar()! == 0)
            return false;

        command.CommandText = "SELECT shape FROM meta";
        return command.ExecuteScalar() as string == RegisterSchema.Shape;
    }

    // The search table goes first: its shadow tables go with it.
    private static List<string> TablesOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            + "AND name NOT LIKE 'task\\_text\\__%' ESCAPE '\\' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
