using Microsoft.AspNetCore.Http.HttpResults;
using Supervision.Api.Notices.Mail;
using Supervision.Api.Problems;
using Supervision.Language;
using Supervision.Notices;
using Supervision.Registers;

namespace Supervision.Api.Notices;

/// <summary>The inbox over HTTP. Everybody has one's own and nobody else's; marks and settings may be sent twice, so they need no key.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        var notices = routes.MapGroup("/notices").WithTags("Notices 通知");
        notices.MapGet("/", ListAsync).WithName("ListNotices").WithSummary("通知 · Notices, unread first");
        notices.MapGet("/count", CountAsync).WithName("CountNotices").WithSummary("未读通知数 · How many are unread");
        notices.MapPost("/read", MarkAsync).WithName("ReadNotices").WithSummary("标为已读 · Mark as read: single ones, or all up to a page's \"seen\"");
        notices.MapGet("/settings", ViewSettingsAsync).WithName("ViewNoticeSettings").WithSummary("通知设置 · How one is told");
        notices.MapGet("/deliveries", ListDeliveriesAsync).WithName("ListMailDeliveries").WithSummary("邮件投递情况 · Mail on its way or parked");
        notices.MapPost("/deliveries/{account}/resumption", ResumeAsync).WithName("ResumeMail").WithSummary("继续已停止的邮件 · Try parked mail again");
        notices.MapPut("/settings", SetAsync).WithName("SetNoticeSettings").WithSummary("修改通知设置 · Change how one is told");
    }

    private static async Task<Results<Ok<NoticePage>, Refusing>> ListAsync(
        SignedIn user, IGrainFactory grains, INoticeRegister register, PageCursor? cursor, int? limit, FeedPosition? seen,
        CancellationToken cancellation)
    {
        var page = new PageQuery(NoticePage.Order, cursor, limit ?? NoticePage.LimitDefault);
        return page.Flaw() is { } flaw
            ? new Refusing(flaw.Refusal, flaw.Values)
            : TypedResults.Ok(await register.ListAsync(
                user.Caller, await MarksAsync(grains, user), cursor, page.Limit, seen, cancellation));
    }

    private static async Task<Ok<NoticeCount>> CountAsync(
        SignedIn user, IGrainFactory grains, INoticeRegister register, FeedPosition? seen, CancellationToken cancellation) =>
        TypedResults.Ok(await register.CountAsync(user.Caller, await MarksAsync(grains, user), seen, cancellation));

    private static async Task<Results<NoContent, Refusing>> MarkAsync(SignedIn user, MarkNotices mark, IGrainFactory grains) =>
        Answer(await InboxOf(grains, user).MarkAsync(user.Caller, mark));

    private static async Task<Ok<NoticeSettingsBody>> ViewSettingsAsync(SignedIn user, IGrainFactory grains)
    {
        var view = await InboxOf(grains, user).ViewAsync(user.Caller);
        return TypedResults.Ok(new NoticeSettingsBody(
            view!.Settings ?? NoticeSettings.DefaultOf(user.Caller.Roles), view.Settings is null, view.Outbox.LastSentAt, view.Outbox.Parked));
    }

    // Mail begins with what comes after this moment: nobody is sent the history.
    private static async Task<Results<NoContent, Refusing>> SetAsync(
        SignedIn user, NoticeSettings settings, IGrainFactory grains, INoticeRegister register, CancellationToken cancellation)
    {
        var now = await register.CountAsync(user.Caller, NoticeMarks.None, cancellation: cancellation);
        return Answer(await InboxOf(grains, user).SetAsync(user.Caller, settings, now.Seen));
    }

    private static async Task<Results<Ok<IReadOnlyList<MailDelivery>>, Refusing>> ListDeliveriesAsync(
        SignedIn user, IGrainFactory grains, MailDesk desk)
    {
        if (!user.Caller.Is(Role.SystemAdministrator))
            return new Refusing(NoticeRefusals.NotAllowed, RoleLabels.Of(user.Caller));

        var deliveries = new List<MailDelivery>();
        foreach (var account in desk.Accounts().Keys.OrderBy(account => account.Value, StringComparer.Ordinal))
        {
            if (await grains.GetGrain<IInboxGrain>(account.Value).ViewAsync(user.Caller) is { Outbox: { Mail: { } mail } outbox })
                deliveries.Add(new MailDelivery(account, mail.Ids.Count, mail.Tries, mail.NotBefore, mail.LastError, outbox.Parked is not null));
        }

        return TypedResults.Ok<IReadOnlyList<MailDelivery>>(deliveries);
    }

    private static async Task<Results<NoContent, Refusing>> ResumeAsync(AccountId account, SignedIn user, IGrainFactory grains) =>
        Answer(await grains.GetGrain<IInboxGrain>(account.Value).RetryAsync(user.Caller));

    private static async Task<NoticeMarks> MarksAsync(IGrainFactory grains, SignedIn user) =>
        (await InboxOf(grains, user).ViewAsync(user.Caller))!.Marks;

    private static IInboxGrain InboxOf(IGrainFactory grains, SignedIn user) => grains.GetGrain<IInboxGrain>(user.Caller.Account.Value);

    private static Results<NoContent, Refusing> Answer(Receipt receipt) =>
        receipt is Receipt.Refused refused ? new Refusing(refused) : TypedResults.NoContent();
}

/// <param name="IsDefault">The person has not said anything; these come with the posts.</param>
/// <param name="LastSentAt">When the last mail went out.</param>
/// <param name="Stopped">Why no mail goes out any more; null while it does.</param>
internal sealed record NoticeSettingsBody(NoticeSettings Settings, bool IsDefault, DateTimeOffset? LastSentAt, string? Stopped);

/// <param name="Notices">How many are in it; what they say is the person's business.</param>
/// <param name="IsParked">Nothing is tried any more until somebody resumes it.</param>
internal sealed record MailDelivery(
    AccountId Account, int Notices, int Tries, DateTimeOffset NextAt, string? LastError, bool IsParked);
