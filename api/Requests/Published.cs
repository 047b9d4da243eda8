using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Definitions;
using Supervision.Language;

namespace Supervision.Api.Requests;

/// <summary>The answer to a publishing: as to any command, and what the checks warn of.</summary>
internal sealed record PublishedBody(long Version, string? Position, IReadOnlyList<DefinitionFinding> Findings);

/// <summary>Published, with the warnings; or a refusal, with every finding.</summary>
internal sealed class Published(Receipt receipt, IReadOnlyList<DefinitionFinding> findings) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (receipt is not Receipt.Done done)
            return new Refusing((Receipt.Refused)receipt, findings.Count == 0 ? null : findings).ExecuteAsync(httpContext);

        Recorded.Tell(httpContext, done);
        return httpContext.Response.WriteAsJsonAsync(
            new PublishedBody(done.Version, done.Position?.ToString(), findings), ApiJson.Options, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(PublishedBody), ["application/json"]));
        Refusing.PopulateMetadata(method, builder);
    }
}
