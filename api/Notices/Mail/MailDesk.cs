using Supervision.Api.Registers;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Api.Notices.Mail;

/// <summary>What waits to be sent, as the registers of this gateway know it.</summary>
internal sealed class MailDesk(RegisterDatabase database, RegisterPositions positions)
{
    /// <summary>More in one mail than anybody reads; the inbox has the rest, and the mail says how many.</summary>
    public const int NoticesMax = 1_000;

    /// <summary>Accounts and the version of each that the registers have read.</summary>
    public IReadOnlyDictionary<AccountId, long> Accounts()
    {
        using var connection = database.OpenReader();
        return connection.Ask("SELECT account, version FROM notice_accounts WHERE closed = 0", [],
            row => (Account: new AccountId(row.GetString(0)), Version: row.GetInt64(1))).ToDictionary(row => row.Account, row => row.Version);
    }

    /// <summary>What came after the outbox and is not read, with the stand of the feeds at that moment.</summary>
    public (IReadOnlyList<PendingNotice> Pending, FeedStand Stand) PendingOf(Caller person, InboxView inbox)
    {
        using var connection = database.OpenReader();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var marks = inbox.Marks with { UpTo = inbox.Marks.UpTo.With(inbox.Outbox.SentUpTo) };
        var pending = connection.Ask(
            $"{NoticeQuery.Mine} SELECT id, kind, weight, rung, at FROM mine WHERE NOT is_read ORDER BY weight DESC, at DESC LIMIT {NoticesMax}",
            NoticeQuery.ParametersOf(person, marks),
            row => new PendingNotice(
                row.GetString(0), row.GetString(1), (NoticeWeight)row.GetInt32(2), row.GetInt32(3), TaskRowReader.InstantAt(row, 4)));
        return (pending, connection.StandOfFeeds());
    }

    /// <summary>The notices of a mail in its order; null while the registers, made anew, have not read that far.</summary>
    public IReadOnlyList<NoticeRow>? Find(OutgoingMail mail, Caller person)
    {
        using var connection = database.OpenReader();
        using var snapshot = connection.BeginTransaction(deferred: true);
        var found = connection.Ask(
            $"{NoticeQuery.Mine} SELECT id, kind, weight, stream, title, chinese, english, at, times FROM mine "
            + "WHERE id IN (SELECT value FROM json_each($ids))",
            [.. NoticeQuery.ParametersOf(person, NoticeMarks.None), ("$ids", System.Text.Json.JsonSerializer.Serialize(mail.Ids))],
            row => new NoticeRow(
                row.GetString(0), row.GetString(1), (NoticeWeight)row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5),
                row.GetString(6), TaskRowReader.InstantAt(row, 7), row.GetInt32(8), IsRead: false)).ToDictionary(row => row.Id);
        return found.Count < mail.Ids.Count && positions.Behind != 0 ? null : [.. mail.Ids.Where(found.ContainsKey).Select(id => found[id])];
    }
}
