using Supervision.Language;

namespace Supervision.Notices;

/// <summary>收件箱 of one person. Key: the <see cref="AccountId"/>. The notices themselves are computed from the ledger by the registers;</summary>
/// <remarks>
/// here stands what may be forgotten: what was read, how the person wants to be told, and the mail that is on its way.
/// It lies in the erasable store, so the same for every gateway, and a restart forgets nothing.
/// </remarks>
[Alias("supervision.inbox")]
public interface IInboxGrain : IGrainWithStringKey
{
    /// <summary>The person, and gateways; for others null.</summary>
    [Alias("view"), Orleans.Concurrency.AlwaysInterleave]
    Task<InboxView?> ViewAsync(Caller caller);

    /// <summary>The person alone. Refused with <c>notice.not-allowed</c>, <c>notice.too-many-marks</c>.</summary>
    [Alias("mark")]
    Task<Receipt> MarkAsync(Caller caller, MarkNotices mark);

    /// <summary>The person alone. Where mail begins, nothing older than <paramref name="stand"/> is sent.</summary>
    [Alias("set")]
    Task<Receipt> SetAsync(Caller caller, NoticeSettings settings, FeedStand stand);

    /// <summary>
    /// Gateways: the mail to send now, if there is one and nobody else is sending it. It is fixed and durable before this answers.
    /// </summary>
    /// <param name="from">Where the outbox stood when <paramref name="pending"/> was looked up; another answer is null.</param>
    /// <param name="upTo">Where the feeds stood then.</param>
    [Alias("take")]
    Task<OutgoingMail?> TakeMailAsync(Caller caller, FeedStand from, FeedStand upTo, IReadOnlyList<PendingNotice> pending);

    /// <summary>Gateways: what became of it. Twice is as good as once.</summary>
    [Alias("settle")]
    Task<Receipt> SettleMailAsync(Caller caller, string mail, SendOutcome outcome, string? error);

    /// <summary>The system administrator: tries a parked mail again.</summary>
    [Alias("retry")]
    Task<Receipt> RetryAsync(Caller caller);
}

[GenerateSerializer, Immutable, Alias("InboxView")]
public sealed record InboxView(
    [property: Id(0)] NoticeMarks Marks, [property: Id(1)] NoticeSettings? Settings, [property: Id(2)] Outbox Outbox);
