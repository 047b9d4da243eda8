using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Language;

namespace Supervision.Api.Requests;

/// <summary>The answer to a command that was recorded.</summary>
/// <param name="Version">The version of what was changed; its ETag begins with it.</param>
/// <param name="Position">Where the feed tells of it; a query that names it waits until it can be seen.</param>
internal sealed record ReceiptBody(long Version, string? Position);

/// <summary>The result of a command: a receipt with its place in the feed, or a refusal.</summary>
internal sealed class Recorded(Receipt receipt) : IResult, IEndpointMetadataProvider
{
    public const string PositionHeader = "X-Feed-Position";

    public Task ExecuteAsync(HttpContext httpContext) => receipt switch
    {
        Receipt.Done done => WriteAsync(httpContext, done),
        Receipt.Refused refused => new Refusing(refused).ExecuteAsync(httpContext),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ReceiptBody), ["application/json"]));
        Refusing.PopulateMetadata(method, builder);
    }

    private static Task WriteAsync(HttpContext http, Receipt.Done done)
    {
        Tell(http, done);
        return http.Response.WriteAsJsonAsync(
            new ReceiptBody(done.Version, done.Position?.ToString()), ApiJson.Options, http.RequestAborted);
    }

    public static void Tell(HttpContext http, Receipt.Done done)
    {
        if (done.Position is { } position)
            http.Response.Headers[PositionHeader] = position.ToString();
    }
}
