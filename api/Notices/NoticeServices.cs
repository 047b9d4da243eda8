using Supervision.Api.Notices.Mail;
using Supervision.Api.Notices.Webhooks;

namespace Supervision.Api.Notices;

/// <summary>Notices as a part of a gateway.</summary>
internal static class NoticeServices
{
    /// <summary>Without a mail server nothing is attempted by mail; webhooks are told where there are any.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<MailDesk>();
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<WebhookTransport>(provider => new WebhookTransport(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebhookRound>();
        services.AddHostedService<WebhookKeeper>();
        if (MailSettings.Read(Environment.GetEnvironmentVariable) is not { } mail)
            return services;

        services.AddSingleton(mail);
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<MailRound>(provider => ActivatorUtilities.CreateInstance<MailRound>(provider, (SendMail)provider.GetRequiredService<SmtpTransport>().SendAsync));
        services.AddHostedService<MailKeeper>();
        return services;
    }
}
