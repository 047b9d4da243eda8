using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>What the gateway itself says no with, before any rule is asked; rows of docs/errors.md like all others.</summary>
public static class ApiRefusals
{
    public static readonly Refusal Malformed = new("request.malformed",
        "请求内容无法读取（{0}）；请对照接口文档更正后重试。",
        "The request cannot be read ({0}); compare it with the API's documentation and send it again.");

    public static readonly Refusal FieldUnfit = new("request.field-unfit",
        "请求中的“{0}”不合要求，应为：{1}；请更正后重新发送。",
        "\"{0}\" of the request cannot be read; it must be: {1}. Correct it and send it again.");

    public static readonly Refusal NoKey = new("request.no-key",
        "缺少请求头 Idempotency-Key，或其格式不对（1 至 {0} 个可见 ASCII 字符）；请为每个意图生成一个键，重试时沿用。",
        "The header Idempotency-Key is missing or malformed (1 to {0} visible ASCII characters); make one key for one intention and send it again with every retry.");

    public static readonly Refusal TooLarge = new("request.too-large",
        "请求内容过大；请缩小后重试。", "The body of the request is too large; make it smaller and send it again.");

    public static readonly Refusal NoRoute = new("request.no-route",
        "没有这个地址；请对照接口文档核对路径。", "There is nothing at this address; compare the path with the API's documentation.");

    public static readonly Refusal WrongMethod = new("request.wrong-method",
        "此地址不接受该方法；允许的方法见响应头 Allow。", "This address does not take that method; the header Allow names those it takes.");

    public static readonly Refusal WrongMediaType = new("request.wrong-media-type",
        "不接受此内容类型；请以 application/json 发送，方案文件可用 multipart/form-data 或原始字节。",
        "The content type is not accepted; send application/json, or a plan as multipart/form-data or raw bytes.");

    public static readonly Refusal OtherOrigin = new("request.other-origin",
        "请求来自其他网站，已拒绝；请从本系统页面操作，或使用令牌。",
        "The request came from another site and was stopped; work from this system's own pages, or use a bearer token.");

    public static readonly Refusal SessionRequired = new("session.required",
        "请先登录；会话可能已因闲置或到期而结束。", "Sign in first; the session may have ended because it was idle or too old.");

    public static readonly Refusal SessionNotAllowed = new("session.not-allowed",
        "您的岗位不能使用此功能；请转有此职责的人员。", "Your posts do not open this; ask somebody who has that duty.");

    public static readonly Refusal PasswordChangeRequired = new("session.password-change-required",
        "须先修改密码才能继续；请调用 PUT /api/v1/accounts/{0}/password。",
        "Change your password before anything else; use PUT /api/v1/accounts/{0}/password.");

    public static readonly Refusal TooManyAttempts = new("session.too-many-attempts",
        "此地址的登录尝试过于频繁；请稍后再试。", "Too many attempts to sign in from this address; wait and try again.");

    public static readonly Refusal OperatorOnly = new("operator.required",
        "此接口只供本机运维命令使用；请在服务器上运行相应命令。",
        "Only the operator's commands on this machine may use this; run the command on the server.");

    public static readonly Refusal LedgerUnavailable = new("ledger.unavailable",
        "台账暂时无法写入或读取，结果未知；请稍后用同一个 Idempotency-Key 重试。",
        "The ledger does not answer at the moment and the outcome is unknown; send the same request with the same Idempotency-Key again shortly.");

    public static readonly Refusal ServerFailed = new("server.failed",
        "系统内部出错，已记录（{0}）；请把此编号告知系统管理员。",
        "Something failed inside the system and was logged ({0}); give this number to the system administrator.");
}
