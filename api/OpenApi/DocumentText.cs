using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Supervision.Api.OpenApi;

/// <summary>What the description says about the API as a whole.</summary>
internal static class DocumentText
{
    public const string BearerScheme = "bearer";
    public const string CookieScheme = "cookie";
    public const string OperatorScheme = "operator";

    public static Task WriteAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "督查督办 · Supervision",
            Version = Description.DocumentName,
            Description =
                "每个修改请求须带 Idempotency-Key；同一键重试得到同一回执。被拒绝时返回 RFC 9457 问题详情，含稳定的 code 与中英文说明。\n\n"
                + "Every request that changes something carries an Idempotency-Key; a retry with the same key gets the same "
                + "receipt. A refusal is problem details (RFC 9457) with a stable code and a sentence in both languages.",
        };
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "token，登录时返回 · from POST /api/v1/session",
            },
            [CookieScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "supervision-session",
                Description = "浏览器 · set by POST /api/v1/session",
            },
            [OperatorScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "Authorization",
                Description = "本机运维命令 · Operator TOKEN, of the file server.json, from this machine alone",
            },
        };
        return Task.CompletedTask;
    }
}
