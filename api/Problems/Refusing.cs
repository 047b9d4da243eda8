using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Supervision.Definitions;
using Supervision.Language;

namespace Supervision.Api.Problems;

/// <summary>The result that says no.</summary>
internal sealed class Refusing(Receipt.Refused refused, IReadOnlyList<DefinitionFinding>? findings = null) : IResult, IEndpointMetadataProvider
{
    /// <summary>An outcome that may be over when the client comes back.</summary>
    private static readonly int RetryAfterSeconds = 2;

    public Refusing(Refusal refusal, params object[] values)
        : this(refusal.With(values), findings: null)
    {
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = Problem.Of(httpContext, refused) with { Findings = findings };
        httpContext.Response.StatusCode = problem.Status;
        if (problem.Status is StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return httpContext.Response.WriteAsJsonAsync(problem, ApiJson.Options, Problem.MediaType, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        int[] statuses =
        [
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status503ServiceUnavailable,
        ];
        foreach (var status in statuses)
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.MediaType]));
    }
}
