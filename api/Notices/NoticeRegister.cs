using Microsoft.Data.Sqlite;
using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Registers;

namespace Supervision.Api.Notices;

/// <summary>Answers from the file of this gateway. List, counts and stand of one answer are read in one transaction.</summary>
internal sealed class NoticeRegister(
    RegisterDatabase database, RegisterPositions positions, RegisterSettings settings, TimeProvider time) : INoticeRegister
{
    // Unread before read, each the newest first, as one number that grows along the list.
    private static readonly string Place = "(is_read * 1000000000000000 - at)";

    public Task<NoticePage> ListAsync(
        Caller caller, NoticeMarks marks, PageCursor? cursor = null, int limit = NoticePage.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default)
    {
        new PageQuery(NoticePage.Order, cursor, limit).RequireFlawless();
        var mine = NoticeQuery.ParametersOf(caller, marks);
        return AnswerAsync(seen, (connection, stand) =>
        {
            var after = cursor is null ? "" : $"WHERE ({Place}, id) > ($key, $id)";
            var rows = connection.Ask(
                $"{NoticeQuery.Mine} SELECT id, kind, weight, stream, title, chinese, english, at, times, is_read, {Place} "
                + $"FROM mine {after} ORDER BY {Place}, id LIMIT {limit + 1}",
                cursor is { } from ? [.. mine, ("$key", from.Key), ("$id", from.Id)] : mine,
                row => (Row: RowOf(row), Cursor: new PageCursor(NoticePage.Order, row.GetInt64(10), row.GetString(0))));
            var (unread, total) = connection.Ask(
                $"{NoticeQuery.Mine} SELECT count(*) FILTER (WHERE NOT is_read), count(*) FROM mine", mine,
                row => (row.GetInt64(0), row.GetInt64(1)))[0];
            return new NoticePage(
                [.. rows.Take(limit).Select(row => row.Row)], unread, total, rows.Count > limit ? rows[limit - 1].Cursor.ToString() : null,
                connection.StandOfFeeds(), stand);
        }, cancellation);
    }

    public Task<NoticeCount> CountAsync(
        Caller caller, NoticeMarks marks, FeedPosition? seen = null, CancellationToken cancellation = default) =>
        AnswerAsync(seen, (connection, stand) =>
        {
            var (unread, urgent) = connection.Ask(
                $"{NoticeQuery.Mine} SELECT count(*), count(*) FILTER (WHERE weight = {(int)NoticeWeight.Urgent}) FROM mine WHERE NOT is_read",
                NoticeQuery.ParametersOf(caller, marks), row => (row.GetInt64(0), row.GetInt64(1)))[0];
            return new NoticeCount(unread, urgent, connection.StandOfFeeds(), stand);
        }, cancellation);

    private async Task<TAnswer> AnswerAsync<TAnswer>(
        FeedPosition? seen, Func<SqliteConnection, RegisterStand, TAnswer> read, CancellationToken cancellation)
    {
        var stale = seen is { } asked && !await positions.WaitAsync(asked, settings.SeenWait, cancellation);
        cancellation.ThrowIfCancellationRequested();
        using var connection = database.OpenReader();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var at = seen is { } named ? new FeedPosition(named.Shard, connection.StandOfFeeds().Of(named.Shard)) : (FeedPosition?)null;
        return read(connection, new RegisterStand(time.GetUtcNow(), at, stale, positions.Behind));
    }

    private static NoticeRow RowOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), (NoticeWeight)row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetString(6), TaskRowReader.InstantAt(row, 7), row.GetInt32(8), row.GetBoolean(9));
}
