using System.Net;
using Supervision.Language;

namespace Supervision.Webhooks;

/// <summary>Who lets notices out of the house, and where to. Pure.</summary>
public static class WebhookRules
{
    public const int WebhooksMax = 20;
    public const int UrlLengthMax = 500;
    public const int SecretLengthMin = 24;
    public const int SecretLengthMax = 200;
    public const int ReasonLengthMax = 500;

    /// <param name="secret">Where a new secret will stand in the erasable store.</param>
    public static Decision Decide(WebhookSet webhooks, Caller caller, WebhookCommand command, string secret) =>
        !MayGive(caller, command) ? Decision.Refuse(WebhookRefusals.NotAllowed, RoleLabels.Of(caller))
        : command is OpenWebhook open ? Open(webhooks, open, secret)
        : webhooks.Find(command.Webhook) is not { } there ? Decision.Refuse(WebhookRefusals.NotFound, command.Webhook)
        : command switch
        {
            ApproveWebhook => there.IsApproved ? Decision.Nothing : new WebhookApproved(there.Id),
            CloseWebhook c => new WebhookClosed(there.Id, c.Reason.Length <= ReasonLengthMax ? c.Reason : c.Reason[..ReasonLengthMax]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static bool MayView(Caller caller) =>
        caller.IsAny(Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor, Role.Gateway);

    /// <summary>Tries a stopped one again, or sends one that says nothing.</summary>
    public static bool MayTend(Caller caller) => caller.Is(Role.SystemAdministrator);

    private static bool MayGive(Caller caller, WebhookCommand command) => command switch
    {
        OpenWebhook => caller.Is(Role.SystemAdministrator),
        ApproveWebhook => caller.Is(Role.SecurityAdministrator),
        _ => caller.IsAny(Role.SystemAdministrator, Role.SecurityAdministrator),
    };

    private static Decision Open(WebhookSet webhooks, OpenWebhook command, string secret) =>
        webhooks.Find(command.Webhook) is not null ? Decision.Refuse(WebhookRefusals.Exists, command.Webhook)
        : webhooks.All.Count >= WebhooksMax ? Decision.Refuse(WebhookRefusals.TooMany, WebhooksMax)
        : !IsFit(command.Url) ? Decision.Refuse(WebhookRefusals.UrlUnfit)
        : command.Secret is not { Length: >= SecretLengthMin and <= SecretLengthMax } given || given.Any(c => c is <= ' ' or > '~')
            ? Decision.Refuse(WebhookRefusals.SecretWeak, SecretLengthMin, SecretLengthMax)
        : new WebhookOpened(command.Webhook, command.Url, secret);

    // A name is looked up anew with every connection, and what it means then is checked there.
    private static bool IsFit(string url) =>
        url.Length <= UrlLengthMax
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Fragment: "" }
        && (IPAddress.TryParse(address.DnsSafeHost, out var ip) ? PublicAddress.Is(ip) : address.Host.Contains('.', StringComparison.Ordinal));
}
