namespace Supervision.Api.Security;

/// <summary>Says that there is nothing at an address before it asks who wants to know; else a slip looks like a lost session.</summary>
internal static class KnownAddress
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
