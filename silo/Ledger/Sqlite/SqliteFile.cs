using Microsoft.Data.Sqlite;

namespace Supervision.Silo.Ledger;

/// <summary>The tables of a ledger file, and how a connection to it is opened.</summary>
/// <remarks>
/// Events lie in the order they were written, three to a page, and an index of a few bytes each finds those of a stream.
/// Laid out by stream instead, every append would split a page of its own: twice the bytes to the disk, measured.
/// </remarks>
internal static class SqliteFile
{
    public const string Name = "ledger.db";

    /// <summary>Grows with every change of the tables; a program refuses a file that is newer than itself.</summary>
    public const int Version = 1;

    /// <summary>Pages in the log before they are copied into the file; 16 MB, so that a page written often is copied once.</summary>
    public const int CheckpointPages = 4_096;

    /// <summary>How long we wait for another program that has the file, such as a copying tool.</summary>
    public const int BusyMs = 250;

    public const string Tables = """
        CREATE TABLE store (id TEXT NOT NULL, shards INTEGER NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL, made_at INTEGER NOT NULL);
        CREATE TABLE streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, shard INTEGER NOT NULL);
        CREATE INDEX streams_of_shard ON streams (shard);
        CREATE TABLE events (written INTEGER PRIMARY KEY, stream INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX events_of_stream ON events (stream, seq);
        CREATE TABLE snapshots (stream INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL, recorded_at INTEGER NOT NULL, state BLOB NOT NULL);
        CREATE TABLE feed (shard INTEGER NOT NULL, position INTEGER NOT NULL, stream TEXT NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER NOT NULL,
            hash TEXT NOT NULL, PRIMARY KEY (shard, position)) WITHOUT ROWID;
        CREATE TABLE answers (stream INTEGER NOT NULL, account TEXT NOT NULL, key TEXT NOT NULL, body_hash TEXT NOT NULL, answer TEXT NOT NULL,
            position INTEGER NOT NULL, recorded_at INTEGER NOT NULL, PRIMARY KEY (stream, account, key)) WITHOUT ROWID;
        CREATE TABLE dues (stream INTEGER NOT NULL, key TEXT NOT NULL, shard INTEGER NOT NULL, at INTEGER NOT NULL, rule TEXT NOT NULL,
            PRIMARY KEY (stream, key)) WITHOUT ROWID;
        CREATE INDEX dues_by_time ON dues (shard, at);
        CREATE TABLE cursors (follower TEXT NOT NULL, shard INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (follower, shard)) WITHOUT ROWID;
        CREATE TABLE parked (follower TEXT NOT NULL, shard INTEGER NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (follower, shard, position, target)) WITHOUT ROWID;
        CREATE TABLE seals (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
        CREATE VIEW readable_events AS
            SELECT streams.name AS stream, seq, CAST(body AS TEXT) AS body, hash FROM events JOIN streams ON number = stream;
        """;

    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>A connection of which every commit is on the disk when it returns.</summary>
    public static SqliteConnection OpenToWrite(string folder)
    {
        var connection = Open(folder, SqliteOpenMode.ReadWrite);
        Execute(connection, $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA cache_size = -65536;
            PRAGMA busy_timeout = {BusyMs};
            """);
        return connection;
    }

    public static SqliteConnection OpenToRead(string folder)
    {
        var connection = Open(folder, SqliteOpenMode.ReadWrite);
        Execute(connection, $"PRAGMA busy_timeout = {BusyMs}; PRAGMA query_only = ON; PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456;");
        return connection;
    }

    public static void Create(string folder, StoreInfo store)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(PathIn(folder)))
            throw new InvalidOperationException($"{PathIn(folder)} is there already. Open it, or choose an empty folder.");

        using var connection = Open(folder, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Execute(connection, $"BEGIN; {Tables} PRAGMA user_version = {Version};");
        using (var insert = new SqliteStatement(connection, "INSERT INTO store VALUES (?, ?, ?, ?, ?)"))
        {
            insert.With(1, store.Id).With(2, store.Shards).With(3, store.Digest)
                .With(4, store.Kind.ToString()).With(5, store.MadeAt.UtcTicks).Run();
        }

        Execute(connection, "COMMIT");
    }

    public static StoreInfo ReadStore(SqliteConnection connection)
    {
        using var version = new SqliteStatement(connection, "PRAGMA user_version");
        var found = version.First(row => row.Integer(0));
        if (found != Version)
        {
            throw new InvalidOperationException(
                $"The ledger file has layout {found}, this program reads {Version}. Use the program that wrote it.");
        }

        using var select = new SqliteStatement(connection, "SELECT id, shards, digest, kind, made_at FROM store");
        return select.First(row => new StoreInfo(
                row.Text(0), (int)row.Integer(1), row.Text(2), Enum.Parse<StoreKind>(row.Text(3)), row.Instant(4)))
            ?? throw new InvalidOperationException("The ledger file does not say which store it is. Restore it from a backup.");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = PathIn(folder),
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
