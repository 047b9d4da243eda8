using Microsoft.Data.Sqlite;
using Supervision.Notices;

namespace Supervision.Api.Notices;

/// <summary>Questions to the file of the registers.</summary>
internal static class NoticeReading
{
    public static List<TRow> Ask<TRow>(
        this SqliteConnection connection, string sql, IEnumerable<(string Name, object Value)> values, Func<SqliteDataReader, TRow> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>How far the registers have come, in this transaction.</summary>
    public static FeedStand StandOfFeeds(this SqliteConnection connection)
    {
        var found = connection.Ask("SELECT shard, position FROM positions", [], row => (Shard: row.GetInt32(0), Position: row.GetInt64(1)));
        var positions = new long[found.Count == 0 ? 0 : found.Max(shard => shard.Shard) + 1];
        foreach (var (shard, position) in found)
            positions[shard] = position;
        return new FeedStand(positions);
    }
}
