using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Language;

namespace Supervision.Api.Requests;

/// <summary>The answer to a command that made something with an address of its own.</summary>
internal sealed record CreatedBody(string Id, long Version, string? Position);

/// <summary>Made, at <paramref name="address"/>; or a refusal. Sent again with its key it says the same again.</summary>
internal sealed class Created(Receipt receipt, string id, string address) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (receipt is not Receipt.Done done)
            return new Recorded(receipt).ExecuteAsync(httpContext);

        Recorded.Tell(httpContext, done);
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = address;
        return httpContext.Response.WriteAsJsonAsync(
            new CreatedBody(id, done.Version, done.Position?.ToString()), ApiJson.Options, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(CreatedBody), ["application/json"]));
        Refusing.PopulateMetadata(method, builder);
    }
}
