using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Api.Problems;
using Supervision.Definitions;

namespace Supervision.Api.Requests;

/// <summary>What publishing a draft would say.</summary>
/// <param name="MayBePublished">False when one of the findings is an error.</param>
internal sealed record CheckedBody(bool MayBePublished, IReadOnlyList<DefinitionFinding> Findings);

/// <summary>Every finding of a draft; a refusal where the draft could not be looked at.</summary>
internal sealed class Checked(DefinitionFindings found) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => found.Refused is { } refused && refused.Code != DefinitionRefusals.Faulty.Code
        ? new Refusing(refused).ExecuteAsync(httpContext)
        : httpContext.Response.WriteAsJsonAsync(
            new CheckedBody(found.Refused is null, found.Findings), ApiJson.Options, httpContext.RequestAborted);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(CheckedBody), ["application/json"]));
        Refusing.PopulateMetadata(method, builder);
    }
}
