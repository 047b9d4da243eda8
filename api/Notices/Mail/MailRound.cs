using MimeKit;
using Supervision.Accounts;
using Supervision.Api.Security;
using Supervision.Language;
using Supervision.Notices;

namespace Supervision.Api.Notices.Mail;

/// <summary>Hands a mail to a server and says what became of it.</summary>
internal delegate Task<(SendOutcome Outcome, string? Error)> SendMail(MimeMessage mail, CancellationToken cancellation);

/// <summary>One look at every outbox: what is due is fixed by its actor, sent, and settled with it.</summary>
/// <remarks>Any gateway may do it at any time: the actor gives a mail to one of them, and gives the same mail again when that one died.</remarks>
internal sealed class MailRound(
    IGrainFactory grains, Callers callers, MailDesk desk, MailSettings settings, SendMail send, TimeProvider clock)
{
    /// <summary>Returns how many mails were handed over.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var (account, version) in desk.Accounts())
        {
            cancellation.ThrowIfCancellationRequested();
            sent += await SendAsync(account, version, cancellation) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendAsync(AccountId account, long version, CancellationToken cancellation)
    {
        var inbox = grains.GetGrain<IInboxGrain>(account.Value);
        var view = await inbox.ViewAsync(callers.Gateway());
        if (view is not { Settings.Address: not null, Outbox.Parked: null })
            return false;

        // A post that was granted and is not read yet would make its notices look as if they were nobody's, and pass them by.
        if (await grains.GetGrain<IAccountGrain>(account.Value).ViewAsync(callers.Gateway()) is not { IsClosed: false } person || person.Version != version)
            return false;

        var (pending, stand) = desk.PendingOf(callers.Of(person), view);
        if (await inbox.TakeMailAsync(callers.Gateway(), view.Outbox.SentUpTo, stand, pending) is not { } mail)
            return false;

        var (outcome, error) = await HandOverAsync(mail, callers.Of(person), cancellation);
        await inbox.SettleMailAsync(callers.Gateway(), mail.Id, outcome, error);
        return outcome is SendOutcome.Sent;
    }

    private async Task<(SendOutcome Outcome, string? Error)> HandOverAsync(OutgoingMail mail, Caller person, CancellationToken cancellation) =>
        desk.Find(mail, person) switch
        {
            null => (SendOutcome.Failed, "The registers are being made anew."),
            { Count: 0 } => (SendOutcome.Sent, null), // The post is gone, and with it what was to be said.
            var notices => await send(MailText.Of(mail, notices, settings.From, clock.GetUtcNow()), cancellation),
        };
}
