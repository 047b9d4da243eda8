using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Supervision.Notices;

namespace Supervision.Api.Notices.Mail;

/// <summary>Hands one mail to the server and says what became of it.</summary>
internal sealed class SmtpTransport(MailSettings settings)
{
    private static readonly int TimeoutMilliseconds = 30_000;
    private static readonly int ForeverFrom = 500;

    public async Task<(SendOutcome Outcome, string? Error)> SendAsync(MimeMessage mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellation);
            if (settings.User is { } user)
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
            await client.SendAsync(mail, cancellation);
        }
        catch (SmtpCommandException no)
        {
            return ((int)no.StatusCode >= ForeverFrom ? SendOutcome.Refused : SendOutcome.Failed, $"{(int)no.StatusCode} {no.Message}");
        }
        catch (Exception trouble) when (trouble is ProtocolException or AuthenticationException or SslHandshakeException
            or IOException or System.Net.Sockets.SocketException or TimeoutException or ServiceNotConnectedException)
        {
            return (SendOutcome.Failed, trouble.Message);
        }

        await LeaveAsync(client);
        return (SendOutcome.Sent, null);
    }

    // The server has the mail; whether it hears a farewell changes nothing.
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is ProtocolException or SmtpCommandException or IOException or TimeoutException)
        {
            // Said above.
        }
    }
}
