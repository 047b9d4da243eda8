using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Api.Security;
using Supervision.Language;

namespace Supervision.Api.Requests;

/// <summary>One thing as this caller may see it, with an ETag; 304 when the caller has it already.</summary>
/// <remarks>
/// The tag is the version and a hash of the answer: what may be done and which light is lit depend on the reader and on
/// the day, so the version alone would call an old answer fresh.
/// </remarks>
internal sealed class Viewed<T>(T? view, long version, Receipt.Refused notFound) : IResult, IEndpointMetadataProvider
    where T : class
{
    private static readonly int TagBytes = 8;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (view is null)
        {
            await new Refusing(notFound).ExecuteAsync(httpContext);
            return;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options);
        var tag = TagOf(bytes);
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        response.Headers.Vary = $"Authorization, Cookie, {Substitutes.Header}";
        if (EntityTag.IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        Refusing.PopulateMetadata(method, builder);
    }

    private string TagOf(byte[] bytes) => string.Create(
        CultureInfo.InvariantCulture, $"\"{version}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, TagBytes))}\"");
}
