using System.Net;
using MailKit.Security;

namespace Supervision.Api.Notices.Mail;

/// <summary>The mail server, from the environment. Without one nothing is attempted, and nothing is lost: the inbox has it.</summary>
/// <param name="Security">Encrypted always, but for a server on this very machine.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string From, string? User, string? Password)
{
    public const string ServerVariable = "SUPERVISION_MAIL";
    public const string FromVariable = "SUPERVISION_MAIL_FROM";
    public const string UserVariable = "SUPERVISION_MAIL_USER";
    public const string PasswordVariable = "SUPERVISION_MAIL_PASSWORD";

    /// <summary>Null where no server is named.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be used.</exception>
    public static MailSettings? Read(Func<string, string?> variable)
    {
        if (variable(ServerVariable) is not { Length: > 0 } server)
            return null;
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("smtp" or "smtps") || address.UserInfo.Length > 0)
            throw Unfit(ServerVariable, "应形如 smtp://主机:587（STARTTLS）或 smtps://主机:465", "it must look like smtp://HOST:587 (STARTTLS) or smtps://HOST:465");
        if (variable(FromVariable) is not { Length: > 0 } from || !System.Net.Mail.MailAddress.TryCreate(from, out _))
            throw Unfit(FromVariable, "应是发件人邮箱地址", "it must be the address that mail comes from");

        var isHere = address.Host == "localhost" || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
        var isTls = address.Scheme == "smtps";
        return new MailSettings(
            address.Host, address.Port > 0 ? address.Port : isTls ? 465 : 587,
            isTls ? SecureSocketOptions.SslOnConnect : isHere ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls,
            from, Given(variable(UserVariable)), Given(variable(PasswordVariable)));
    }

    // One of the fields is a secret.
    public override string ToString() => $"{Host}:{Port}";

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static InvalidOperationException Unfit(string variable, string chinese, string english) =>
        new($"设置 {variable} 不可用：{chinese} · {variable} cannot be used: {english}.");
}
