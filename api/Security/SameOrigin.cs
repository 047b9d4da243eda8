using Supervision.Api.Problems;

namespace Supervision.Api.Security;

/// <summary>
/// Stops a request that changes something and comes from another site's page. A browser attaches a cookie by itself, a
/// bearer token never; a program that is no browser sends neither header and passes.
/// </summary>
internal static class SameOrigin
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsUnsafe(context.Request) && !HasToken(context.Request) && IsFromElsewhere(context.Request)
            ? new Refusing(ApiRefusals.OtherOrigin).ExecuteAsync(context)
            : next(context);

    public static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is not ("same-origin" or "none");

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool HasToken(HttpRequest request) => request.Headers.Authorization.Count > 0;
}
