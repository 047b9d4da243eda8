namespace Supervision.Api.Security;

/// <summary>Headers that tell a browser what it may not do with our answers. Nothing is ever loaded from elsewhere.</summary>
internal static class ResponseGuards
{
    private static readonly string Data = "default-src 'none'; frame-ancestors 'none'";

    private static readonly string Pages =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // The pages of Scalar and of Orleans start themselves with a script in the page.
    private static readonly string Tools = Pages + "; script-src 'self' 'unsafe-inline'";

    // Addresses that programs read; everything else is for people.
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/health"];

    private static readonly string[] OfOthers = ["/docs", "/dashboard"];

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isData = IsUnder(context, ForPrograms);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = isData ? Data : IsUnder(context, OfOthers) ? Tools : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (isData)
            headers.CacheControl = "private, no-cache";
        return next(context);
    }

    private static bool IsUnder(HttpContext context, string[] prefixes) =>
        prefixes.Any(prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
}
