using Supervision.Language;
using Supervision.Registers;

namespace Supervision.Notices;

/// <summary>通知 as the registers of a gateway hold them: computed from the ledger, disposable. A person has those of the posts held now, since they are held.</summary>
public interface INoticeRegister
{
    /// <summary>Unread ones first, then the newest first.</summary>
    Task<NoticePage> ListAsync(
        Caller caller, NoticeMarks marks, PageCursor? cursor = null, int limit = NoticePage.LimitDefault, FeedPosition? seen = null,
        CancellationToken cancellation = default);

    /// <summary>Unread ones by weight: exactly those of <see cref="ListAsync"/>.</summary>
    Task<NoticeCount> CountAsync(Caller caller, NoticeMarks marks, FeedPosition? seen = null, CancellationToken cancellation = default);
}

/// <param name="Id">For ever the same for the same fact and rule: the stream, its number there and the kind.</param>
/// <param name="Stream">The actor it is about, such as <c>task/p-08</c>.</param>
/// <param name="Times">How often the alert came; repeats of a day are one notice.</param>
public sealed record NoticeRow(
    string Id, string Kind, NoticeWeight Weight, string Stream, string Title, string Chinese, string English, DateTimeOffset At,
    int Times, bool IsRead);

/// <param name="Seen">Where the feeds stood: whoever has read this page marks as read up to here.</param>
public sealed record NoticePage(
    IReadOnlyList<NoticeRow> Items, long Unread, long Total, string? Next, FeedStand Seen, RegisterStand Stand)
{
    public const string Order = "Notices";
    public const int LimitDefault = 50;
}

public sealed record NoticeCount(long Unread, long Urgent, FeedStand Seen, RegisterStand Stand);
