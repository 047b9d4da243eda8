using Microsoft.Data.Sqlite;
using Supervision.Calendars;
using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Api.Registers;

/// <summary>Answers from the file of this gateway. List, total and stand of one answer are read in one transaction.</summary>
internal sealed partial class TaskRegister(
    RegisterDatabase database, RegisterPositions positions, RegisterSettings settings, TimeProvider time) : ITaskRegister, IPlanRegister
{
    private async Task<TAnswer> AnswerAsync<TAnswer>(
        FeedPosition? seen, Func<SqliteConnection, QueryText, RegisterStand, TAnswer> read, CancellationToken cancellation)
    {
        var stale = seen is { } asked && !await positions.WaitAsync(asked, settings.SeenWait, cancellation);
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var now = time.GetUtcNow();
        var at = seen is { } named ? new FeedPosition(named.Shard, PositionOf(connection, named.Shard)) : (FeedPosition?)null;
        var stand = new RegisterStand(now, at, stale, positions.Behind);
        return read(connection, new QueryText(WorkingCalendar.DayOf(now), LitOn(connection)), stand);
    }

    private static long PositionOf(SqliteConnection connection, int shard)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position FROM positions WHERE shard = $shard";
        command.Parameters.AddWithValue("$shard", shard);
        return command.ExecuteScalar() as long? ?? 0;
    }

    private static DateOnly? LitOn(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT day FROM light_day";
        return command.ExecuteScalar() is long day ? DateOnly.FromDayNumber((int)day) : null;
    }

    /// <summary>One row more than asked for was read: it says that there is a next page, which begins after the last kept.</summary>
    private static (IReadOnlyList<TRow> Items, string? Next) PageOf<TRow>(
        List<(TRow Row, PageCursor Cursor)> rows, int limit) => (
            [.. rows.Take(limit).Select(row => row.Row)],
            rows.Count > limit ? rows[limit - 1].Cursor.ToString() : null);
}
