using System.Text.Json;
using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Api.Notices.Webhooks;

/// <summary>What a webhook is to be told next, as the registers of this gateway know it.</summary>
internal sealed class WebhookDesk(RegisterDatabase database)
{
    /// <summary>The oldest entry after a stand that has notices; null when there is none.</summary>
    /// <remarks>Of each shard the first by its position, whatever the clocks of the silos said: one that was passed over would be lost.</remarks>
    public WebhookEntry? NextAfter(FeedStand stand)
    {
        using var connection = database.OpenReader();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var places = connection.Ask(
            """
            SELECT n.shard, n.position FROM json_each($after) u JOIN notices n ON n.row = (
                SELECT m.row FROM notices m WHERE m.shard = CAST(u.key AS INTEGER) AND m.position > u.value ORDER BY m.position, m.row LIMIT 1)
            ORDER BY n.at, n.row LIMIT 1
            """,
            [("$after", JsonSerializer.Serialize(stand.Positions))], row => new FeedPosition(row.GetInt32(0), row.GetInt64(1)));
        if (places is not [var place])
            return null;

        var told = connection.Ask(
            "SELECT n.id, n.kind, n.stream, n.title, n.chinese, n.english, n.at, n.rung, t.address, t.weight FROM notices n "
            + "JOIN notice_to t ON t.notice = n.row WHERE n.shard = $shard AND n.position = $position ORDER BY n.row, t.address",
            [("$shard", place.Shard), ("$position", place.Position)],
            row => (Notice: new WebhookNotice(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
                TaskRowReader.InstantAt(row, 6), row.GetInt32(7), []), To: new WebhookAddress(row.GetString(8), (NoticeWeight)row.GetInt32(9))));
        var store = connection.Ask("SELECT store FROM meta", [], row => row.GetString(0)).Single();
        return new WebhookEntry(store, place, [.. told.GroupBy(row => row.Notice.Id, (_, rows) => rows.ToArray())
            .Select(rows => rows[0].Notice with { To = [.. rows.Select(row => row.To)] })]);
    }
}

/// <summary>The notices of one entry of a feed.</summary>
internal sealed record WebhookEntry(string Store, FeedPosition At, IReadOnlyList<WebhookNotice> Notices)
{
    /// <summary>The same for every try, and of no other entry of any store.</summary>
    public string Delivery => $"{Store}:{At}";

    public byte[] Body() => BodyOf(Delivery, Notices);

    public static byte[] BodyOf(string delivery, IReadOnlyList<WebhookNotice> notices) =>
        JsonSerializer.SerializeToUtf8Bytes(new WebhookBody(delivery, notices), ApiJson.Options);
}

/// <summary>What is sent.</summary>
internal sealed record WebhookBody(string Delivery, IReadOnlyList<WebhookNotice> Notices);

/// <param name="To">The posts that are told; the receiver knows who holds them.</param>
internal sealed record WebhookNotice(
    string Id, string Kind, string Stream, string Title, string Chinese, string English, DateTimeOffset At, int Rung,
    IReadOnlyList<WebhookAddress> To);

internal sealed record WebhookAddress(string Address, NoticeWeight Weight);
