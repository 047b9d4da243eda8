using Supervision.Language;

namespace Supervision.Webhooks;

/// <summary>What a rule of webhooks says no with.</summary>
public static class WebhookRefusals
{
    public static readonly Refusal NotAllowed = new("webhook.not-allowed",
        "您的岗位（{0}）不能办理此项；开通由系统管理员、批准由安全管理员办理。",
        "Your posts ({0}) do not allow this; the system administrator opens webhooks, the security administrator approves them.");

    public static readonly Refusal NotFound = new("webhook.not-found",
        "没有推送地址“{0}”，或您无权查看；请核对名称。", "There is no webhook \"{0}\", or you may not see it; check its name.");

    public static readonly Refusal Exists = new("webhook.exists",
        "推送地址“{0}”已开通；请换一个名称，或先关闭。", "There is a webhook \"{0}\" already; take another name, or close it first.");

    public static readonly Refusal TooMany = new("webhook.too-many",
        "最多开通 {0} 个推送地址；请先关闭不用的。", "There are at most {0} webhooks; close one first.");

    public static readonly Refusal UrlUnfit = new("webhook.url-unfit",
        "推送地址须为不含账号的 https 网址，且不得指向内网或本机；请更正。",
        "The address must be an https URL without an account in it, and not of a private network or this machine; correct it.");

    public static readonly Refusal SecretWeak = new("webhook.secret-weak",
        "签名密钥须为 {0} 至 {1} 个可见字符；请更换。", "The secret has {0} to {1} visible characters; choose another.");
}
